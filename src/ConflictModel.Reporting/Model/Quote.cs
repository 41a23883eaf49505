using NodaTime;

namespace ConflictModel.Reporting;

/// <summary>One sentence that may be quoted: a count with its bounds, its source and its vintage.</summary>
/// <remarks>It holds figures and ids; a printer puts them into words. Equality is by content.</remarks>
internal abstract record Quote
{
    /// <summary>What is counted.</summary>
    public required Harm Harm { get; init; }

    /// <summary>The count, with all that follows for it.</summary>
    public required Bounds Count { get; init; }

    /// <summary>What a published total says.</summary>
    internal sealed record OfTally : Quote
    {
        /// <summary>The tally.</summary>
        public required Tally Tally { get; init; }

        /// <summary>The total as it was reported.</summary>
        public required Estimate Reported { get; init; }

        /// <summary>How many of them can be the work of the actors whom the headline names; null where its parts don't narrow it.</summary>
        public Bounds? Attributed { get; init; }

        /// <summary>Whether its own figures can't all be true.</summary>
        public required bool IsContradicted { get; init; }

        /// <summary>How many of them no part describes; null where there are no parts, or they may leave nobody.</summary>
        public Bounds? Undescribed { get; init; }
    }

    /// <summary>What the listed incidents come to.</summary>
    internal sealed record OfIncidents : Quote
    {
        /// <summary>The low figures added up, as published; null if none is given, or if it would say nothing.</summary>
        public required long? Low { get; init; }

        /// <summary>The best figures added up; null if none is given.</summary>
        public required long? Best { get; init; }

        /// <summary>The high figures added up, as published; null if none is given, or if it would say nothing.</summary>
        public required long? High { get; init; }

        /// <summary>The first day that any of them may have been, and the last; null if they have no days.</summary>
        public required (LocalDate First, LocalDate Last)? Days { get; init; }

        /// <summary>How many incidents have a count.</summary>
        public required long Incidents { get; init; }

        /// <summary>Whether only the civilians among them are meant.</summary>
        public required bool IsOfCivilians { get; init; }

        /// <summary>Who reports them.</summary>
        public required ValueList<SourceId> Sources { get; init; }

        /// <summary>The versions of the data set that they are from, where that is known.</summary>
        public required ValueList<Vintage> Vintages { get; init; }
    }
}
