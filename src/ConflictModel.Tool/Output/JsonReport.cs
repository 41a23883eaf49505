using System.Text.Json;
using ConflictModel.Arithmetic;
using ConflictModel.Reconciliation;
using ConflictModel.Reporting;
using ConflictModel.Serialization;

namespace ConflictModel.Tool.Output;

/// <summary>The report as JSON for programs: the data set as its file has it, and what follows from it.</summary>
internal static class JsonReport
{
    public static void Write(ReportModel model, string? language)
    {
        using JsonOutput output = new();
        Utf8JsonWriter writer = output.Writer;
        ConflictDataset dataset = model.Dataset;
        var names = new RecordNames(dataset, new ReportVoice(EnglishTexts.All), language);
        writer.WriteStartObject();

        // The records stand as they do in a file, so that nothing in them can be missing; all that follows is derived. People are counted,
        // and stand there by name only for whoever asked for names.
        writer.WritePropertyName("dataset");
        DatasetJson.WriteRecord(writer, model.IsNaming ? dataset : dataset with { People = default });
        List(writer, "tallies", dataset.Tallies, tally => JsonFigures.Write(writer, model, names, tally));
        List(writer, "supersedings", model.Chains, chain => Write(writer, chain));
        List(writer, "incidents", dataset.Incidents, incident => JsonFigures.Write(writer, model, names, incident));
        List(writer, "sums", model.Sums.ToValueList(), sum =>
        {
            writer.WriteString("harm", JsonName.Of(sum.Harm));
            writer.WriteNumber("incidents", sum.Sums.Incidents);
            writer.WriteNumber("counted", sum.Bounds.Counted);
            writer.WriteNumber("zeroWidth", sum.Bounds.ZeroWidth);
            JsonFigures.WriteSum(writer, "low", sum.Sums.Low, sum.Sums.WithoutLow);
            JsonFigures.WriteSum(writer, "best", sum.Sums.Best, sum.Sums.WithoutBest);
            JsonFigures.WriteSum(writer, "high", sum.Sums.High, sum.Sums.WithoutHigh);
            JsonFigures.WriteBounds(writer, "bounds", sum.Bounds.Bounds);
        });
        JsonViews.Write(writer, model);
        List(writer, "people", model.People.ToValueList(), people => Write(writer, people));
        List(writer, "claims", dataset.Claims, claim => Write(writer, model, claim));
        List(writer, "strengths", dataset.Strengths, strength =>
        {
            writer.WriteString("actor", strength.Actor.Value);
            JsonFigures.WriteBounds(writer, "bounds", Wordings.Default.Read(strength.Fighters));
        });
        FindingOutput.Write(writer, model.Findings);
        List(writer, "reconciliations", model.Reconciliations, reconciliation => Write(writer, reconciliation));
        writer.WriteEndObject();
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

    private static void Write(Utf8JsonWriter writer, ReportModel model, Claim claim)
    {
        writer.WriteString("id", claim.Id.Value);
        ClaimFigures beside = model.Figures.Of(claim);
        List(writer, "figures", beside.Figures, figure =>
        {
            writer.WriteString("tally", figure.Key.Tally?.Value);
            writer.WriteString("incident", figure.Key.Incident?.Value);
            writer.WriteString("path", figure.Key.Path);
            JsonFigures.WriteReported(writer, "reported", figure.Value.Reported);
            writer.WriteString("wording", figure.Value.Reported.Wording);
            JsonFigures.WriteBounds(writer, "bounds", figure.Value.Bounds);
        });
        JsonFigures.WriteBounds(writer, "together", beside.Together);
        JsonFigures.WriteBounds(writer, "of", beside.Whole?.Bounds);
    }

    private static void Write(Utf8JsonWriter writer, TallyChain chain)
    {
        Ids("tallies", chain.Tallies);
        List(writer, "steps", chain.Steps, step =>
        {
            writer.WriteString("older", step.Older.Id.Value);
            writer.WriteString("olderAsOf", step.Older.AsOf?.Date.ToString());
            writer.WriteString("newer", step.Newer.Id.Value);
            writer.WriteString("newerAsOf", step.Newer.AsOf?.Date.ToString());
            List(writer, "account", step.Figures, figure =>
            {
                writer.WriteString("harm", JsonName.Of(figure.Harm));
                writer.WriteString("figure", figure.Name);
                JsonFigures.WriteNumber(writer, "old", figure.Old);
                JsonFigures.WriteNumber(writer, "since", figure.Since);
                JsonFigures.WriteNumber(writer, "revised", figure.Revised);
                JsonFigures.WriteNumber(writer, "new", figure.New);
            });
        });
        Ids("forks", chain.Forks);
        Ids("circle", chain.Circle);

        void Ids(string name, ValueList<TallyId> ids)
        {
            writer.WriteStartArray(name);
            foreach (TallyId id in ids)
            {
                writer.WriteStringValue(id.Value);
            }

            writer.WriteEndArray();
        }
    }

    private static void Write(Utf8JsonWriter writer, PeopleSummary people)
    {
        writer.WriteString("harm", JsonName.Of(people.Harm));
        writer.WriteNumber("records", people.People.Count);
        writer.WriteNumber("nameWithheld", people.NameWithheld);
        writer.WriteNumber("withheld", people.Withheld);
        JsonFigures.WriteBounds(writer, "distinct", people.Distinct);
        List(writer, "byAgeAndSex", people.ByAgeAndSex.ToValueList(), part => WriteByAgeAndSex(writer, part));
    }

    private static void WriteByAgeAndSex(Utf8JsonWriter writer, Part part)
    {
        writer.WriteString("age", JsonName.Of(part.Victims!.Age));
        writer.WriteString("sex", JsonName.Of(part.Victims.Sex));
        JsonFigures.WriteBounds(writer, "distinct", Wordings.Default.Read(part.Count));
        if (!part.Breakdowns.IsEmpty)
        {
            List(
                writer,
                "including",
                part.Breakdowns.SelectMany(breakdown => breakdown.Parts).ToValueList(),
                older => WriteByAgeAndSex(writer, older));
        }
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
            writer.WriteString("inScope", JsonName.Of(incident.InScope));
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
            writer.WriteString("id", tally.Key.Value);
            JsonFigures.WriteBounds(writer, "accounts", tally.Value);
        });
        JsonFigures.WriteBounds(writer, "accountedInAll", reconciliation.AccountedInAll);
    }
}
