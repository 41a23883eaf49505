using System.Text.Encodings.Web;
using System.Text.Json;
using ConflictModel.Revisions;
using NodaTime.Text;

namespace ConflictModel.Tool.Output;

/// <summary>What changed between two vintages as JSON, for programs.</summary>
internal sealed class DiffJson(
    VintageComparison comparison, VintageAccount account, ValueList<RecordMove> moves, ValueList<Reattribution> reattributions)
{
    /// <summary>Writes all that changed as one JSON object.</summary>
    public void WriteTo(Stream stream)
    {
        using Utf8JsonWriter writer =
            new(stream, new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        writer.WriteStartObject();
        VintageComparison.Counts records = comparison.Records;
        writer.WriteStartObject("records");
        writer.WriteNumber("old", records.Old);
        writer.WriteNumber("added", records.Added);
        writer.WriteNumber("removed", records.Removed);
        writer.WriteNumber("revised", records.Revised);
        writer.WriteNumber("unchanged", records.Unchanged);
        writer.WriteNumber("new", records.New);
        writer.WriteEndObject();
        WriteAll(writer, "account", account.Lines.SelectMany(line => DiffOutput.Figures.Select(figure => (line, figure))), Write);
        WriteAll(writer, "moves", moves, Write);
        WriteAll(writer, "reattributions", reattributions, Write);
        WriteAll(writer, "revisions", comparison.Revised, Write);
        WriteAll(writer, "renamings", comparison.Renamed, Write);
        WriteTexts(writer, "added", comparison.Added);
        WriteTexts(writer, "removed", comparison.Removed);
        WriteAll(writer, "deleted", comparison.Deleted, Write);
        WriteTexts(writer, "fieldsOfOld", comparison.FieldsOfOlder);
        WriteTexts(writer, "fieldsOfNew", comparison.FieldsOfNewer);
        writer.WriteEndObject();
    }

    private static void WriteAll<T>(Utf8JsonWriter writer, string name, IEnumerable<T> things, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray(name);
        foreach (T thing in things)
        {
            writer.WriteStartObject();
            write(writer, thing);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (string text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }

    private void Write(Utf8JsonWriter writer, (VintageAccount.Line Line, RangeFigure Figure) entry)
    {
        writer.WriteStartObject("group");
        for (int i = 0; i < account.Keys.Count; i++)
        {
            writer.WriteString(account.Keys[i].Name, entry.Line.Group[i]);
        }

        writer.WriteEndObject();
        writer.WriteString("figure", JsonName.Of(entry.Figure));
        (long? Sum, long Without, long Of) old = DiffOutput.SumOf(entry.Line.Old, entry.Figure);
        (long? Sum, long Without, long Of) became = DiffOutput.SumOf(entry.Line.New, entry.Figure);
        WriteFigure(writer, "old", old.Sum);
        foreach ((_, string name, Func<VintageAccount.Line, FigureChange> of) in DiffOutput.Terms)
        {
            writer.WriteNumber(name, of(entry.Line)[entry.Figure]);
        }

        WriteFigure(writer, "new", became.Sum);
        if (old.Without + became.Without > 0)
        {
            writer.WriteNumber("withoutOld", old.Without);
            writer.WriteNumber("withoutNew", became.Without);
        }
    }

    private static void Write(Utf8JsonWriter writer, RecordMove move)
    {
        writer.WriteString("id", move.Id);
        foreach ((string name, Func<RecordMove.Step, string> of) in
            (ReadOnlySpan<(string, Func<RecordMove.Step, string>)>)[("from", step => step.From), ("to", step => step.To)])
        {
            writer.WriteStartObject(name);
            foreach (RecordMove.Step step in move.Steps)
            {
                writer.WriteString(step.Key.Name, of(step));
            }

            writer.WriteEndObject();
        }

        foreach ((string name, Estimate figures) in (ReadOnlySpan<(string, Estimate)>)[("was", move.Was), ("is", move.Is)])
        {
            writer.WriteStartObject(name);
            WriteFigure(writer, "low", figures.Low);
            WriteFigure(writer, "best", figures.Best);
            WriteFigure(writer, "high", figures.High);
            writer.WriteEndObject();
        }
    }

    private static void Write(Utf8JsonWriter writer, Reattribution proposal)
    {
        writer.WriteString("key", DiffOutput.Attributed.Name);
        writer.WriteString("from", proposal.From.Own);
        writer.WriteString("to", proposal.To.Own);
        writer.WriteNumber("best", proposal.Best);
        WriteTexts(writer, "conserved", DiffOutput.Figures.Where(proposal.Conserves).Select(JsonName.Of));
        WriteAll(writer, "years", proposal.Years, (years, year) =>
        {
            years.WriteNumber("year", year.Number);
            foreach (RangeFigure figure in DiffOutput.Figures)
            {
                years.WriteStartObject(JsonName.Of(figure));
                years.WriteNumber("lost", year.Lost[figure]);
                years.WriteNumber("gained", year.Gained[figure]);
                years.WriteEndObject();
            }
        });
    }

    private static void Write(Utf8JsonWriter writer, Tombstone stone)
    {
        writer.WriteString("id", stone.Id);
        writer.WriteString("deleted", InstantPattern.General.Format(stone.Deleted));
    }

    private static void Write(Utf8JsonWriter writer, Revision revision)
    {
        writer.WriteString("id", revision.Id);
        WriteAll(writer, "changes", revision.Changes, (changes, change) =>
        {
            changes.WriteString("field", change.Field);
            changes.WriteString("was", change.Was);
            changes.WriteString("is", change.Is);
            changes.WriteString("class", JsonName.Of(change.Class));
        });
    }

    private static void WriteFigure(Utf8JsonWriter writer, string name, long? figure)
    {
        if (figure is { } known)
        {
            writer.WriteNumber(name, known);
        }
        else
        {
            writer.WriteNull(name);
        }
    }
}
