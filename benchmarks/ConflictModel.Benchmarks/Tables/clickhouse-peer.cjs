// Answers the benchmark's queries with ClickHouse in process. Lines in: "ask" or "time", then the SQL. Lines out: rows as JSON, or milliseconds.
'use strict';
const { Session } = require('chdb');
const readline = require('readline');

const [rows, threads] = process.argv.slice(2);
const session = new Session();
const columns = 'day UInt16, month UInt16, year UInt16, perpetrator UInt16, region UInt16, parent UInt8, kind UInt8, ' +
  'low Int32, best Int32, high Int32, civilians Int32';
session.query('CREATE DATABASE IF NOT EXISTS peers');
session.query('CREATE TABLE peers.t (' + columns + ') ENGINE = Memory');
session.query(`INSERT INTO peers.t SELECT * FROM file('${rows}', 'RowBinary', '${columns}') SETTINGS max_threads = 1, max_insert_threads = 1`);
const settings = ` SETTINGS max_threads = ${threads}`;
console.log('ready');

let verb = null;
readline.createInterface({ input: process.stdin }).on('line', line => {
  if (verb === null) {
    verb = line;
    return;
  }
  const sql = line.replaceAll('FROM t ', 'FROM peers.t ').replace(/FROM t$/, 'FROM peers.t') + settings;
  if (verb === 'ask') {
    console.log('[' + session.query(sql, 'JSONCompactEachRow').trim().split('\n').join(',') + ']');
  } else {
    const start = process.hrtime.bigint();
    session.query(sql, 'JSONCompactEachRow');
    console.log(Number(process.hrtime.bigint() - start) / 1e6);
  }
  verb = null;
}).on('close', () => {
  session.cleanup();
  process.exit(0);
});
