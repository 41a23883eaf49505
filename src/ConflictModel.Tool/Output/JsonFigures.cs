using System.Text.Json;
using ConflictModel.Arithmetic;
using ConflictModel.Reporting;

namespace ConflictModel.Tool.Output;

/// <summary>Tallies and incidents with their figures, as JSON.</summary>
internal static class JsonFigures
{
    public static void Write(Utf8JsonWriter writer, ReportModel model, RecordNames names, Tally tally)
    {
        writer.WriteString("id", tally.Id.Value);
        WriteNodes(writer, names, model.Figures.Of(tally), tally.Scope.AttributedTo);
    }

    public static void Write(Utf8JsonWriter writer, ReportModel model, RecordNames names, Incident incident)
    {
        writer.WriteString("id", incident.Id.Value);
        JsonReport.List(writer, "together", ReportModel.Together(incident).ToValueList(), figure =>
        {
            writer.WriteString("harm", JsonName.Of(figure.Harm));
            writer.WriteString("policy", figure.Policy);
            WriteBounds(writer, "bounds", figure.Bounds);
            writer.WriteBoolean("agree", figure.ReportsAgree);
        });
        WriteNodes(writer, names, model.Figures.Of(incident), default);
    }

    /// <summary>The printed figures, or null if none was.</summary>
    public static void WriteReported(Utf8JsonWriter writer, string name, Estimate estimate)
    {
        if (estimate is { Low: null, Best: null, High: null })
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        WriteNumber(writer, "low", estimate.Low);
        WriteNumber(writer, "best", estimate.Best);
        WriteNumber(writer, "high", estimate.High);
        writer.WriteEndObject();
    }

    /// <summary>Bounds, or null for none.</summary>
    public static void WriteBounds(Utf8JsonWriter writer, string name, Bounds? bounds)
    {
        if (bounds is not { } known)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        writer.WriteNumber("min", known.Lower);
        WriteNumber(writer, "max", known.Upper);
        writer.WriteBoolean("exact", !known.IsOuter);
        writer.WriteEndObject();
    }

    /// <summary>The sum of a printed figure, null if no incident has it, and how many incidents lack it.</summary>
    public static void WriteSum(Utf8JsonWriter writer, string name, long? sum, long without)
    {
        writer.WriteStartObject(name);
        WriteNumber(writer, "total", sum);
        writer.WriteNumber("missing", without);
        writer.WriteEndObject();
    }

    private static void WriteNodes(Utf8JsonWriter writer, RecordNames names, ValueList<TollFigures> tolls, ValueList<ActorId> attributedTo)
    {
        writer.WriteStartArray("nodes");
        foreach (TollFigures toll in tolls)
        {
            foreach (DerivedFigure figure in toll.Derivation.Figures)
            {
                if (figure.Kind != FigureKind.Attributed || Worth.Something(toll.Derivation, figure))
                {
                    WriteNode(writer, names, toll, figure, attributedTo);
                }
            }
        }

        writer.WriteEndArray();
    }

    private static void WriteNode(
        Utf8JsonWriter writer, RecordNames names, TollFigures toll, DerivedFigure figure, ValueList<ActorId> attributedTo)
    {
        writer.WriteStartObject();
        writer.WriteString("path", toll.PathOf(figure));
        writer.WriteString("label", figure.Kind == FigureKind.Whole ? toll.HarmName : names.Of(figure, attributedTo));
        writer.WriteString("harm", toll.HarmName);
        writer.WriteString("kind", JsonName.Of(figure.Kind));
        writer.WriteNumber("report", toll.ReportIndex);
        WriteReported(writer, "reported", figure.Reported);
        writer.WriteString("wording", figure.Reported.Wording);
        WriteBounds(writer, "bounds", Worth.Nothing(figure.Bounds) ? null : figure.Bounds);
        WriteNumber(writer, "best", figure.Best);
        writer.WriteBoolean("derived", figure.IsDerived);
        writer.WriteString("because", figure.Because);
        WriteCount(
            writer, "operations", figure.Part?.Operations ?? (figure.Kind == FigureKind.Whole ? toll.Derivation.Toll.Operations : default));
        writer.WriteEndObject();
    }

    // An exact count is a plain number, as in a data set file.
    private static void WriteCount(Utf8JsonWriter writer, string name, Estimate count)
    {
        if (count.IsExact)
        {
            writer.WriteNumber(name, count.Low!.Value);
        }
        else
        {
            WriteReported(writer, name, count);
        }
    }

    public static void WriteNumber(Utf8JsonWriter writer, string name, long? number)
    {
        if (number is { } value)
        {
            writer.WriteNumber(name, value);
        }
        else
        {
            writer.WriteNull(name);
        }
    }
}
