using System.Text.Json;
using ConflictModel.Arithmetic;
using ConflictModel.Reconciliation;

namespace ConflictModel.Tool.Output;

/// <summary>The report as JSON for programs.</summary>
internal static class JsonReport
{
    public static void Write(Analysis analysis)
    {
        using JsonOutput output = new();
        Utf8JsonWriter writer = output.Writer;
        ConflictDataset dataset = analysis.Dataset;
        writer.WriteStartObject();
        List(writer, "tallies", dataset.Tallies, tally => JsonFigures.Write(writer, analysis, tally));
        List(writer, "incidents", dataset.Incidents, incident => JsonFigures.Write(writer, analysis, incident));
        List(writer, "sums", analysis.Sums.ToValueList(), sum =>
        {
            writer.WriteString("harm", JsonNamingPolicy.CamelCase.ConvertName(sum.Harm.ToString()));
            writer.WriteNumber("incidents", sum.Sum.Incidents);
            writer.WriteNumber("counted", sum.Sum.Counted);
            writer.WriteNumber("zeroWidth", sum.Sum.ZeroWidth);
            JsonFigures.WriteSum(writer, "low", sum.Sum.Low);
            JsonFigures.WriteSum(writer, "best", sum.Sum.Best);
            JsonFigures.WriteSum(writer, "high", sum.Sum.High);
            JsonFigures.WriteBounds(writer, "bounds", sum.Sum.Bounds);
        });
        List(writer, "claims", dataset.Claims, claim => Write(writer, analysis, claim));
        List(writer, "strengths", dataset.Strengths, strength =>
        {
            writer.WriteString("actor", strength.Actor.Value);
            JsonFigures.WriteReported(writer, "fighters", strength.Fighters);
            writer.WriteString("wording", strength.Fighters.Wording);
            JsonFigures.WriteBounds(writer, "bounds", Wordings.Default.Read(strength.Fighters));
            Ids(writer, "regions", strength.Regions.Select(r => r.Value));
            WriteDate(writer, "date", strength.Date);
            WriteCitation(writer, strength.Citation);
        });
        List(writer, "controls", dataset.Controls, control =>
        {
            Ids(writer, "actors", control.Actors.Select(a => a.Value));
            Ids(writer, "regions", control.Regions.Select(r => r.Value));
            WriteDate(writer, "date", control.Date);
            writer.WriteString("note", control.Note);
            WriteCitation(writer, control.Citation);
        });
        List(writer, "statements", dataset.Statements, statement =>
        {
            writer.WriteString("id", statement.Id.Value);
            writer.WriteString("speaker", statement.Speaker);
            writer.WriteString("office", statement.Office);
            writer.WriteString("actor", statement.Actor.Value);
            WriteDate(writer, "date", statement.Date);
            Ids(writer, "points", statement.Points);
            Ids(writer, "resolutions", statement.Resolutions.Select(r => r.Value));
            WriteCitation(writer, statement.Citation);
        });
        List(writer, "resolutions", dataset.Resolutions, resolution => Write(writer, resolution));
        List(writer, "processes", dataset.Processes, process => Write(writer, process));
        FindingOutput.Write(writer, analysis.Findings);
        List(writer, "reconciliations", analysis.Reconciliations, reconciliation => Write(writer, reconciliation));
        writer.WriteEndObject();
    }

    internal static void WriteCitation(Utf8JsonWriter writer, Citation citation)
    {
        writer.WriteString("source", citation.Source.Value);
        writer.WriteString("via", citation.Via?.Value);
        WriteDate(writer, "published", citation.Published);
    }

    internal static void WriteDate(Utf8JsonWriter writer, string name, ReportedDate? date)
    {
        if (date is not { } known)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        writer.WriteString("date", known.Date.ToString());
        writer.WriteString("wording", known.Wording);
        writer.WriteEndObject();
    }

    internal static void Ids(Utf8JsonWriter writer, string name, IEnumerable<string> ids)
    {
        writer.WriteStartArray(name);
        foreach (string id in ids)
        {
            writer.WriteStringValue(id);
        }

        writer.WriteEndArray();
    }

    internal static void List<T>(Utf8JsonWriter writer, string name, ValueList<T> records, Action<T> write)
        where T : notnull
    {
        writer.WriteStartArray(name);
        foreach (T record in records)
        {
            writer.WriteStartObject();
            write(record);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, Analysis analysis, Claim claim)
    {
        writer.WriteString("id", claim.Id.Value);
        writer.WriteString("text", claim.Text);
        WriteCitation(writer, claim.Citation);
        ClaimFigures beside = analysis.Figures.Of(claim);
        List(writer, "figures", beside.Figures, figure =>
        {
            writer.WriteString("tally", figure.Reference.Tally?.Value);
            writer.WriteString("incident", figure.Reference.Incident?.Value);
            writer.WriteString("path", figure.Reference.Path);
            JsonFigures.WriteReported(writer, "reported", figure.Figure.Reported);
            writer.WriteString("wording", figure.Figure.Reported.Wording);
            JsonFigures.WriteBounds(writer, "bounds", figure.Figure.Bounds);
        });
        JsonFigures.WriteBounds(writer, "together", beside.Together);
        JsonFigures.WriteBounds(writer, "of", beside.Whole?.Bounds);
        writer.WriteString("note", claim.Note);
    }

    private static void Write(Utf8JsonWriter writer, Resolution resolution)
    {
        writer.WriteString("id", resolution.Id.Value);
        writer.WriteString("body", resolution.Body.Value);
        writer.WriteString("number", resolution.Number);
        writer.WriteString("title", resolution.Title);
        WriteDate(writer, "adopted", resolution.Adopted);
        Ids(writer, "presentedBy", resolution.PresentedBy.Select(a => a.Value));
        List(writer, "provisions", resolution.Provisions, provision =>
        {
            writer.WriteString("verb", provision.Verb);
            writer.WriteString("addressee", provision.Addressee);
            Ids(writer, "actors", provision.Actors.Select(a => a.Value));
            writer.WriteString("act", provision.Act);
            Ids(writer, "particulars", provision.Particulars);
            WriteDate(writer, "target", provision.Target);
        });
        WriteCitation(writer, resolution.Citation);
    }

    private static void Write(Utf8JsonWriter writer, PeaceProcess process)
    {
        writer.WriteString("id", process.Id.Value);
        writer.WriteString("name", process.Name.ToString());
        writer.WriteString("place", process.Place);
        WriteDate(writer, "began", process.Began);
        Ids(writer, "parties", process.Parties.Select(a => a.Value));
        List(writer, "rounds", process.Rounds, round =>
        {
            writer.WriteString("name", round.Name);
            WriteDate(writer, "date", round.Date);
            writer.WriteString("place", round.Place);
            writer.WriteString("outcome", round.Outcome);
        });
        writer.WriteString("outcome", process.Outcome);
        WriteCitation(writer, process.Citation);
    }

    private static void Write(Utf8JsonWriter writer, ReconciledTally reconciliation)
    {
        writer.WriteString("tally", reconciliation.Tally.Value);
        JsonFigures.WriteBounds(writer, "total", reconciliation.Total);
        JsonFigures.WriteBounds(writer, "accounted", reconciliation.Accounted);
        JsonFigures.WriteBounds(writer, "unaccounted", reconciliation.Unaccounted);
        List(writer, "incidents", reconciliation.Incidents, incident =>
        {
            writer.WriteString("id", incident.Incident.Value);
            writer.WriteString("inScope", incident.InScope.ToString().ToLowerInvariant());
            JsonFigures.WriteBounds(writer, "accounts", incident.Accounts);
        });
        List(writer, "parts", reconciliation.Parts, part =>
        {
            writer.WriteString("path", $"killed/{part.Path}");
            JsonFigures.WriteBounds(writer, "accounted", part.Accounted);
            JsonFigures.WriteBounds(writer, "unaccounted", part.Unaccounted);
        });
        List(writer, "tallies", reconciliation.Tallies, tally =>
        {
            writer.WriteString("id", tally.Tally.Value);
            JsonFigures.WriteBounds(writer, "accounts", tally.Accounts);
        });
        JsonFigures.WriteBounds(writer, "accountedInAll", reconciliation.AccountedInAll);
    }
}
