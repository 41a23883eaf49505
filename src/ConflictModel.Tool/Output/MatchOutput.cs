using System.Globalization;
using System.Text.Json;
using ConflictModel.Interchange;
using ConflictModel.Matching;
using CsvHelper;

namespace ConflictModel.Tool.Output;

/// <summary>Proposals that records are of one event, as people and programs get them.</summary>
internal sealed class MatchOutput(MatchProposals found)
{
    /// <summary>More pairs of a verdict are only counted on a screen: CSV and JSON have them all.</summary>
    private const int MostShown = 50;

    /// <summary>Writes what was found and the pairs that are possible or undecided, each with its reasons.</summary>
    public void WriteText(TextWriter output, int? width)
    {
        output.WriteWrapped($"Rules: {found.Rules}.", width);
        output.WriteWrapped($"{found}.", width);
        output.WriteWrapped($"While nothing is decided: {found.Distinct}.", width);
        output.WriteWrapped($"If the chosen pairs were accepted: {found.DistinctIfAccepted}.", width);
        if (found.Distinct.WithoutKilled > 0)
        {
            output.WriteWrapped($"{Counted.Of(found.Distinct.WithoutKilled, "record counts", "records count")} no dead.", width);
        }

        if (found.Crowded > 0)
        {
            output.WriteWrapped(
                $"{Counted.Of(found.Crowded, "record was", "records were")} not compared: each may be near more than "
                    + FormattableString.Invariant($"{IncidentMatching.MostNear} others."),
                width);
        }

        Write(output, width, "Possible", MatchVerdict.Possible);
        Write(output, width, "Undecided", MatchVerdict.Undecided);
    }

    /// <summary>Writes a row for each pair.</summary>
    public void WriteCsv(bool neutralise)
    {
        using var output = OutputFile.Create("-");
        using (var writer = CsvWriter.Create(output.Stream, CsvWriterOptions.Default with { NewLine = "\n" }, leaveOpen: true))
        {
            writer.WriteHeader(["one", "other", "verdict", "score", "chosen", "reasons"]);
            foreach (MatchProposal pair in found.Pairs)
            {
                string[] cells =
                [
                    pair.One.Id.Value, pair.Other.Id.Value, JsonName.Of(pair.Verdict), Score(pair), pair.IsChosen ? "1" : "0",
                    string.Join("; ", pair.Reasons),
                ];
                foreach (string cell in cells)
                {
                    writer.WriteField(neutralise ? SpreadsheetFormula.Neutralised(cell) : cell);
                }

                writer.EndRecord();
            }
        }

        OutputFile.Commit(output);
    }

    /// <summary>Writes all of it as one JSON object.</summary>
    public void WriteJson()
    {
        using JsonOutput json = new();
        Utf8JsonWriter writer = json.Writer;
        writer.WriteStartObject();
        writer.WriteString("rules", $"{found.Rules}");
        Write(writer, "distinct", found.Distinct);
        Write(writer, "distinctIfAccepted", found.DistinctIfAccepted);
        writer.WriteNumber("crowded", found.Crowded);
        writer.WriteStartArray("clusters");
        foreach (ValueList<Incident> cluster in found.Clusters)
        {
            WriteIds(writer, cluster);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("pairs");
        foreach (MatchProposal pair in found.Pairs)
        {
            Write(writer, pair);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private void Write(TextWriter output, int? width, string title, MatchVerdict verdict)
    {
        MatchProposal[] pairs = [.. found.Of(verdict)];
        if (pairs.Length == 0)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine(FormattableString.Invariant($"{title} ({pairs.Length})"));
        foreach (MatchProposal pair in pairs.Take(MostShown))
        {
            string mark = pair.IsChosen ? "*" : " ";
            string reasons = string.Join("; ", pair.Reasons.Where(one => !one.IsNotSaid));
            string text = $"{mark} {pair.One.Id} = {pair.Other.Id} ({Score(pair)}): {reasons}";
            output.WriteWrapped(ScreenText.Plain(text), width, indent: 4);
        }

        if (pairs.Length > MostShown)
        {
            output.WriteWrapped(
                FormattableString.Invariant($"and {pairs.Length - MostShown} more, which --format csv and json have."), width);
        }
    }

    private void Write(Utf8JsonWriter writer, MatchProposal pair)
    {
        writer.WriteStartObject();
        writer.WriteString("one", pair.One.Id.Value);
        writer.WriteString("other", pair.Other.Id.Value);
        writer.WriteString("verdict", JsonName.Of(pair.Verdict));
        writer.WritePropertyName("score");
        writer.WriteRawValue(Score(pair));
        writer.WriteBoolean("chosen", pair.IsChosen);
        writer.WriteStartArray("reasons");
        foreach (MatchReason reason in pair.Reasons)
        {
            writer.WriteStartObject();
            writer.WriteString("criterion", JsonName.Of(reason.Criterion));
            writer.WriteString("agrees", reason.IsNotSaid ? "notSaid" : JsonName.Of(reason.Agrees));
            writer.WriteString("words", reason.Words);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("runnersUp");
        foreach (MatchProposal other in found.RunnersUp(pair).Where(other => other.Verdict != MatchVerdict.Impossible))
        {
            WriteIds(writer, [other.One, other.Other]);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteIds(Utf8JsonWriter writer, ValueList<Incident> records)
    {
        writer.WriteStartArray();
        foreach (Incident record in records)
        {
            writer.WriteStringValue(record.Id.Value);
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, string name, DistinctEvents events)
    {
        writer.WriteStartObject(name);
        JsonFigures.WriteBounds(writer, "events", events.Events);
        JsonFigures.WriteBounds(writer, "killed", events.Killed);
        writer.WriteNumber("withoutKilled", events.WithoutKilled);
        writer.WriteEndObject();
    }

    private static string Score(MatchProposal pair) => pair.Score.ToString("0.000", CultureInfo.InvariantCulture);
}
