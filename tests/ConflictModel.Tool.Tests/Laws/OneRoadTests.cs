using System.Globalization;
using ConflictModel.Aggregation;
using ConflictModel.Serialization;
using ConflictModel.Tests;
using CsCheck;

namespace ConflictModel.Tool.Tests.Laws;

/// <summary>Law 11, of the command: <c>aggregate</c> answers of a data set in each of its files as the records do.</summary>
public sealed class OneRoadTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("conflictmodel-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void What_the_command_sums_of_a_file_is_what_its_records_come_to() => Generate.Incidents.WithFewRegions().Sample(
        dataset =>
        {
            string json = Path.Combine(folder, "data.json"), lines = Path.Combine(folder, "data.ndjson");
            string parquet = Path.Combine(folder, "data.parquet");
            File.WriteAllText(json, DatasetJson.Write(dataset));
            using (FileStream stream = File.Create(lines))
            {
                DatasetNdjson.Write(dataset, stream);
            }

            Tool.Run("convert", json, parquet, "--to", "parquet").ExitCode.Should().Be(0);
            foreach (string file in (string[])[json, lines, parquet])
            {
                Rows(file, "kind").Should().Equal(
                    dataset.Incidents.SumByKind(Harm.Killed).Groups.Select(group => (JsonName.Of(group.Key), Shown(group.Certain)))
                        .OrderBy(row => row.Item1, StringComparer.Ordinal));
                Rows(file, "actor").Where(row => row.Item1 is not ("" or "unknown")).Should().Equal(
                    dataset.Incidents.SumByActor(Harm.Killed).Groups.Select(group => (group.Key.Value, Shown(group.Certain)))
                        .OrderBy(row => row.Item1, StringComparer.Ordinal));
                // No part of the world is listed: all stand in one row.
                Rows(file, "region").Single().Item2.Should().Be(Shown(dataset.Incidents.Sum(Harm.Killed)));
            }
        },
        iter: 5,
        threads: 1);

    /// <summary>The rows of an answer: the key, how many incidents, the sums, and how many lack each.</summary>
    private static IEnumerable<(string, string)> Rows(string file, string by)
    {
        ToolResult result = Tool.Run("aggregate", file, "--by", by, "--format", "csv");
        result.ExitCode.Should().Be(0, result.Error);
        return result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(row => row.Split(','))
            .Select(cells => (cells[0], string.Join(' ', [.. cells[1..5], .. cells[9..12]])));
    }

    private static string Shown(Sums sums) => string.Create(
        CultureInfo.InvariantCulture,
        $"{sums.Incidents} {sums.Low} {sums.Best} {sums.High} {sums.WithoutLow} {sums.WithoutBest} {sums.WithoutHigh}");
}
