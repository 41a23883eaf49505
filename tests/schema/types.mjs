// Makes types of the schema: node types.mjs SCHEMA TYPESCRIPT PYTHON
import { readFileSync, writeFileSync } from "node:fs";
import { compile } from "json-schema-to-typescript";
import { InputData, JSONSchemaInput, FetchingJSONSchemaStore, quicktype } from "quicktype-core";

const [schemaPath, typescript, python] = process.argv.slice(2);
const text = readFileSync(schemaPath, "utf8");
writeFileSync(typescript, await compile(JSON.parse(text), "ConflictDataSet"));

const input = new JSONSchemaInput(new FetchingJSONSchemaStore());
await input.addSource({ name: "ConflictDataSet", schema: text });
const inputData = new InputData();
inputData.addInput(input);
const { lines } = await quicktype({ inputData, lang: "python", rendererOptions: { "python-version": "3.7" } });
writeFileSync(python, lines.join("\n"));
