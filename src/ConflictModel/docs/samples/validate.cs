// A data set that somebody wrote by hand: read, and told what can't be true in it.
using ConflictModel;
using ConflictModel.Serialization;
using ConflictModel.Validation;

ConflictDataset dataset = DatasetJson.Read("""
    {
      "schemaVersion": "1.0",
      "sources": [{ "id": "monitor", "name": "A monitor" }],
      "regions": [
        { "id": "homs", "name": "Homs", "kind": "governorate" },
        { "id": "palmyra", "name": "Palmyra", "kind": "district", "within": ["homs"] }
      ],
      "tallies": [{
        "id": "march",
        "scope": { "period": "2024-03", "regions": ["homs"] },
        "report": {
          "citation": { "source": "monitor" },
          "casualties": { "killed": { "count": 10, "breakdowns": [
            { "by": "region", "kind": "inclusion", "parts": [{ "region": "palmyra", "count": 12 }] }] } }
        }
      }]
    }
    """);
foreach (Finding finding in dataset.Validate())
{
    Console.WriteLine(finding);
}
