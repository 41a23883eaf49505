namespace ConflictModel.Reporting;

/// <summary>What may be quoted, in words.</summary>
internal sealed class QuoteText(ReportVoice voice, RecordNames names)
{
    private ReportTexts Texts => voice.Texts;

    /// <summary>The sentence: who says so, how many, and what follows for them.</summary>
    public string Of(Quote quote) => quote switch
    {
        Quote.OfTally tally => Of(tally),
        Quote.OfIncidents incidents => Of(incidents),
        _ => throw new ArgumentOutOfRangeException(nameof(quote), quote, "There is no sentence for this."),
    };

    /// <summary>Source and vintage: through whom and when it was said, and as of when it counts.</summary>
    public string SourceOf(Quote quote)
    {
        if (quote is Quote.OfIncidents incidents)
        {
            string?[] known =
            [
                Sources(incidents.Sources),
                incidents.Days is var (first, last) ? voice.Fill(Texts.ForPeriod, voice.Of(UncertainDate.Between(first, last))) : null,
                incidents.Vintages.IsEmpty
                    ? null
                    : voice.Fill(Texts.Vintage, string.Join(Texts.Comma, incidents.Vintages.Select(vintage => vintage.Name))),
            ];
            return voice.Fill(Texts.SourceLine, string.Join(Texts.Comma, known.OfType<string>()));
        }

        Tally tally = ((Quote.OfTally)quote).Tally;
        string?[] said =
        [
            names.Of(tally.Report.Citation),
            tally.AsOf is { } day ? voice.Fill(Texts.AsOf, voice.Of(day)) : null,
            tally.Scope.Period is { } period ? voice.Fill(Texts.ForPeriod, voice.Of(period)) : null,
            tally.Scope.Regions.IsEmpty ? null : voice.Fill(Texts.PlaceIs, names.Of(tally.Scope.Regions)),
            tally.Report.Original?.Vintage is { } vintage ? voice.Fill(Texts.Vintage, vintage.Name) : null,
        ];
        return voice.Fill(Texts.SourceLine, string.Join(Texts.Comma, said.OfType<string>()));
    }

    private string Of(Quote.OfTally quote)
    {
        string said = quote.Reported.IsEmpty || quote.Reported.Wording is null
            ? voice.Of(quote.Count)
            : voice.Fill(Texts.WordsReadAs, quote.Reported.Wording, voice.Of(quote.Count));
        string sentence = voice.Fill(
            Texts.QuoteTally, names.Of(quote.Tally.Report.Citation.Source), voice.Of(quote.Harm), said);
        ValueList<ActorId> actors = quote.Tally.Scope.AttributedTo;
        if (quote.Attributed is { } attributed)
        {
            sentence += voice.Fill(Texts.QuoteAttributed, voice.Of(attributed), names.Of(actors));
        }
        else if (!actors.IsEmpty)
        {
            sentence += voice.Fill(Texts.QuoteLaidTo, names.Of(actors));
        }

        return sentence
            + (quote.Undescribed is { } left ? voice.Fill(Texts.QuoteUndescribed, voice.Of(left)) : "")
            + (quote.IsContradicted ? Texts.QuoteContradicted : "")
            + Texts.Stop;
    }

    private string Of(Quote.OfIncidents quote) => voice.Fill(
        quote.IsOfCivilians ? Texts.QuoteCivilians : Texts.QuoteIncidents,
        Sources(quote.Sources), voice.Counted(quote.Incidents, Texts.Incidents), voice.Of(quote.Harm),
        voice.Of(quote.Low, quote.Best, quote.High)) + Texts.Stop;

    private string Sources(ValueList<SourceId> sources) => sources.Count <= 2
        ? string.Join(Texts.And, sources.Select(names.Of))
        : voice.Counted(sources.Count, Texts.Sources);
}
