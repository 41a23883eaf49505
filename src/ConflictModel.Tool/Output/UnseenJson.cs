using System.Globalization;
using System.Text.Json;
using ConflictModel.Undercount;

namespace ConflictModel.Tool.Output;

/// <summary>An estimate of the unseen as JSON. Numbers have nine significant digits; null is an estimate that does not exist.</summary>
internal static class UnseenJson
{
    /// <summary>The answer if no undecided pair of records is of one person.</summary>
    public const string Apart = "apart";

    /// <summary>The answer if every one is.</summary>
    public const string Together = "together";

    /// <summary>Writes the answer; where pairs are undecided, both by their names.</summary>
    public static void Write(IReadOnlyList<(string Name, UnseenAnswer Answer)> answers)
    {
        using var output = new JsonOutput();
        if (answers is [("", var only)])
        {
            Write(output.Writer, only);
            return;
        }

        output.Writer.WriteStartObject();
        foreach ((string name, UnseenAnswer answer) in answers)
        {
            output.Writer.WritePropertyName(name);
            Write(output.Writer, answer);
        }

        output.Writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, UnseenAnswer answer)
    {
        UnseenEstimate? estimate = answer.Estimate;
        writer.WriteStartObject();
        writer.WriteNumber("observed", answer.Table.Observed);
        writer.WriteStartArray("pairs");
        foreach (PairEstimate pair in answer.Pairs)
        {
            writer.WriteStartObject();
            Write(writer, "lists", pair.Lists);
            Write(writer, "lincolnPetersen", pair.LincolnPetersen);
            Write(writer, "chapman", pair.Chapman);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartObject("chao");
        Write(writer, "chao1987", estimate?.Chao.Chao1987);
        Write(writer, "biasCorrected", estimate?.Chao.BiasCorrected);
        Write(writer, "lowerBound", estimate?.Chao.LowerBound);
        writer.WriteEndObject();
        WriteModels(writer, estimate);
        WriteGraphs(writer, estimate);
        writer.WriteStartObject("average");
        Write(writer, "delta", estimate?.Average.Delta);
        Write(writer, "mean", estimate?.Average.Mean);
        writer.WriteStartObject("quantiles");
        foreach (GraphAverage.Quantile quantile in estimate?.Average.Quantiles ?? [])
        {
            writer.WriteNumber(quantile.Level.ToString(CultureInfo.InvariantCulture), quantile.Size);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteStartObject("hull");
        Write(writer, "low", estimate?.Hull?.Low);
        Write(writer, "high", estimate?.Hull?.High);
        writer.WriteEndObject();
        WriteLists(writer, estimate);
        writer.WriteEndObject();
    }

    // Ends of intervals are those of the models that the hull is of: an end takes some thirty fits, and five lists have 6,893 models.
    private static void WriteModels(Utf8JsonWriter writer, UnseenEstimate? estimate)
    {
        writer.WriteStartArray("models");
        int within = estimate?.WithinDistance.Count ?? 0;
        foreach ((int place, LogLinearFit fit) in (estimate?.Models ?? []).Index())
        {
            UnseenInterval? interval = place < within ? fit.ProfileInterval() : null;
            writer.WriteStartObject();
            WriteAll(writer, "terms", fit.Model.Terms);
            Write(writer, "n", fit.Size);
            Write(writer, "aic", fit.Aic);
            Write(writer, "bic", fit.Bic);
            Write(writer, "low", interval?.Low);
            Write(writer, "high", interval?.High);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteGraphs(Utf8JsonWriter writer, UnseenEstimate? estimate)
    {
        writer.WriteStartArray("graphs");
        foreach (GraphEstimate graph in estimate?.Graphs ?? [])
        {
            writer.WriteStartObject();
            WriteAll(writer, "cliques", graph.Graph.Cliques);
            Write(writer, "n", graph.Size);
            writer.WriteString("because", graph.Size is null ? null : graph.Because);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteLists(Utf8JsonWriter writer, UnseenEstimate? estimate)
    {
        writer.WriteStartArray("withoutList");
        foreach (UnseenEstimate.LeftOut left in estimate?.WithoutList ?? [])
        {
            writer.WriteStartObject();
            writer.WriteString("list", left.List);
            Write(writer, "n", left.Best?.Size);
            WriteAll(writer, "terms", left.Best?.Model.Terms ?? []);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("recovered");
        foreach (UnseenEstimate.Recovery list in estimate?.Recovered ?? [])
        {
            writer.WriteStartObject();
            writer.WriteString("list", list.List);
            writer.WriteNumber("truth", list.Truth);
            Write(writer, "independence", list.Independence);
            Write(writer, "bic", list.Best?.Size);
            Write(writer, "chao1987", list.Chao1987);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteAll(Utf8JsonWriter writer, string name, ValueList<ValueList<string>> groups)
    {
        writer.WriteStartArray(name);
        foreach (ValueList<string> group in groups)
        {
            Write(writer, null, group);
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, string? name, ValueList<string> lists)
    {
        if (name is not null)
        {
            writer.WritePropertyName(name);
        }

        writer.WriteStartArray();
        foreach (string list in lists)
        {
            writer.WriteStringValue(list);
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, string name, Fraction? number) => Write(writer, name, number?.ToDouble());

    private static void Write(Utf8JsonWriter writer, string name, double? number)
    {
        if (number is { } known)
        {
            writer.WriteNumber(name, NineDigits.Rounded(known));
        }
        else
        {
            writer.WriteNull(name);
        }
    }
}
