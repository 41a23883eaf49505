using System.Text.Json;
using ConflictModel.Aggregation;
using ConflictModel.Reporting;

namespace ConflictModel.Tool.Output;

/// <summary>What may be quoted, when, where and who: the views of the report, as JSON.</summary>
internal static class JsonViews
{
    public static void Write(Utf8JsonWriter writer, ReportModel model)
    {
        JsonReport.List(writer, "quotes", model.Quotes, quote => Write(writer, quote));
        if (model.Time is { } time)
        {
            writer.WriteStartObject("time");
            writer.WriteString("harm", JsonName.Of(time.Harm));
            writer.WriteString("step", time.Scheme.Name);
            writer.WriteNumber("moreSeries", time.More);
            JsonReport.List(writer, "series", time.Series.ToValueList(), series => Write(writer, time, series));
            writer.WriteEndObject();
        }

        if (model.Places is { } places)
        {
            writer.WriteStartObject("places");
            writer.WriteString("harm", JsonName.Of(places.Harm));
            Write(writer, "whole", places.Whole);
            JsonReport.List(writer, "tallies", places.Tallies, tally =>
            {
                writer.WriteString("tally", tally.Tally.Value);
                JsonFigures.WriteBounds(writer, "of", tally.Whole);
                JsonFigures.WriteBounds(writer, "withoutFinerPlace", tally.Without);
            });
            JsonReport.List(writer, "points", places.Points, point =>
            {
                writer.WriteNumber("latitude", point.Key.Latitude);
                writer.WriteNumber("longitude", point.Key.Longitude);
                Write(writer, "certain", point.Certain);
            });
            JsonReport.List(writer, "areas", places.Areas, area =>
            {
                writer.WriteString("region", area.Key.Value);
                WriteAny(writer, "certain", area.Certain);
                WriteAny(writer, "possible", area.Possible);
            });
            Write(writer, "nowhere", places.Nowhere);
            writer.WriteEndObject();
        }

        JsonReport.List(writer, "grades", model.Grades.ToValueList(), grade =>
        {
            writer.WriteString("scheme", grade.Grade.Scheme);
            writer.WriteString("grade", grade.Grade.Value);
            writer.WriteNumber("reports", grade.Reports);
        });
        writer.WriteStartObject("leftOut");
        writer.WriteNumber("withoutFigure", model.LeftOut.WithoutFigure);
        writer.WriteNumber("undated", model.LeftOut.Undated);
        writer.WriteNumber("placeless", model.LeftOut.Placeless);
        writer.WriteNumber("withheld", model.LeftOut.Withheld);
        writer.WriteNumber("nameWithheld", model.LeftOut.NameWithheld);
        writer.WriteEndObject();
        JsonReport.List(writer, "actors", model.Matrices.ToValueList(), matrix => Write(writer, matrix));
    }

    private static void Write(Utf8JsonWriter writer, Quote quote)
    {
        writer.WriteString("harm", JsonName.Of(quote.Harm));
        JsonFigures.WriteBounds(writer, "bounds", quote.Count);
        switch (quote)
        {
            case Quote.OfTally tally:
                writer.WriteString("tally", tally.Tally.Id.Value);
                JsonFigures.WriteBounds(writer, "attributed", tally.Attributed);
                JsonFigures.WriteBounds(writer, "undescribed", tally.Undescribed);
                writer.WriteBoolean("contradicted", tally.IsContradicted);
                break;
            case Quote.OfIncidents incidents:
                writer.WriteNumber("incidents", incidents.Incidents);
                writer.WriteBoolean("civilians", incidents.IsOfCivilians);
                JsonFigures.WriteNumber(writer, "low", incidents.Low);
                JsonFigures.WriteNumber(writer, "best", incidents.Best);
                JsonFigures.WriteNumber(writer, "high", incidents.High);
                break;
        }
    }

    private static void Write(Utf8JsonWriter writer, TimeView view, TimeSeries series)
    {
        writer.WriteString("source", series.Source.Value);
        writer.WriteString("vintage", series.Vintage?.Name);
        writer.WriteBoolean("older", series.IsOlder);
        Write(writer, "whole", series.Whole);
        Write(writer, "undated", series.Undated);
        writer.WriteStartArray("steps");
        for (int i = 0; i < series.Steps.Count; i++)
        {
            TimeSeries.Step step = series.Steps[i];
            if (step.Certain.Incidents + step.Possible.Incidents > 0)
            {
                writer.WriteStartObject();
                writer.WriteString("step", view.Buckets[i].Label);
                WriteAny(writer, "certain", step.Certain);
                WriteAny(writer, "possible", step.Possible);
                writer.WriteEndObject();
            }
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, ActorMatrix matrix)
    {
        writer.WriteString("tally", matrix.Tally?.Id.Value);
        writer.WriteString("harm", JsonName.Of(matrix.Harm));
        var cells = matrix.Rows.SelectMany(row => matrix.Columns.Select(column => (Row: row, Column: column)))
            .Where(matrix.Cells.ContainsKey).ToValueList();
        JsonReport.List(writer, "cells", cells, key =>
        {
            Write(writer, "by", key.Row);
            Write(writer, "harmed", key.Column);
            JsonFigures.WriteBounds(writer, "bounds", matrix.Cells[key].Bounds);
            JsonFigures.WriteNumber(writer, "best", matrix.Cells[key].Best);
            writer.WriteNumber("counts", matrix.Cells[key].Counts);
        });
    }

    private static void Write(Utf8JsonWriter writer, string name, ActorMatrix.Party party)
    {
        writer.WriteStartObject(name);
        writer.WriteString("kind", JsonName.Of(party.Kind));
        writer.WriteStartArray("actors");
        foreach (ActorId actor in party.Actors)
        {
            writer.WriteStringValue(actor.Value);
        }

        writer.WriteEndArray();
        if (party.Role is { } role)
        {
            writer.WriteString("role", role);
        }

        writer.WriteEndObject();
    }

    /// <summary>A sum, left out where it is over no incident.</summary>
    private static void WriteAny(Utf8JsonWriter writer, string name, Sums sums)
    {
        if (sums.Incidents > 0)
        {
            Write(writer, name, sums);
        }
    }

    private static void Write(Utf8JsonWriter writer, string name, Sums sums)
    {
        writer.WriteStartObject(name);
        writer.WriteNumber("incidents", sums.Incidents);
        JsonFigures.WriteSum(writer, "low", sums.Low, sums.WithoutLow);
        JsonFigures.WriteSum(writer, "best", sums.Best, sums.WithoutBest);
        JsonFigures.WriteSum(writer, "high", sums.High, sums.WithoutHigh);
        writer.WriteEndObject();
    }
}
