using ConflictModel.Aggregation;

namespace ConflictModel.Interchange;

/// <content>Asking a file that need not fit into memory.</content>
public sealed partial class IncidentReader
{
    private EventRows? again;

    /// <summary>
    /// Answers queries of all rows from here on and of what the builder holds, as those of a table of them all would be answered, in memory
    /// that does not grow with the rows but for their ids: rows are let go once they have been counted.
    /// </summary>
    /// <remarks>
    /// <para>
    /// All rows are held until the end where one of the queries asks for it (<see cref="IncidentQuery.CanBeAskedInParts"/>), and in tables
    /// of totals, which are short. The builder is without rows afterwards, and a table of it knows what the groups are called
    /// (<see cref="IncidentTable.NamesOf"/>). <see cref="Counts"/> has how many rows were read.
    /// </para>
    /// <para>
    /// Where a row may turn out to be an older one of its id (ACLED's, and with <see cref="RepeatedRows.Newest"/> any), rows are let go all
    /// the same. If some do, everything is read a second time and they are left out, which takes twice as long;
    /// <see cref="ReadOptions.OnProgress"/> is told from the start again, <see cref="ReadOptions.OnRejected"/> is not. Of a stream that
    /// can't go back, such as a pipe, all rows are held there, and so they are where some were read or the builder holds some already.
    /// </para>
    /// </remarks>
    /// <param name="builder">Collects the rows by which the queries ask; of those that it holds nothing may be said later on.</param>
    /// <param name="queries">The queries, of no table (<see cref="IncidentQuery.OverPieces"/>).</param>
    /// <returns>The answers, in the order of the queries.</returns>
    /// <exception cref="MalformedInputException">As of <see cref="AppendTo"/>.</exception>
    /// <exception cref="InvalidOperationException">As of <see cref="AppendTo"/>, or the builder does not keep what a query asks for.
    /// </exception>
    /// <exception cref="ArgumentException">A query names an id that no row has.</exception>
    /// <exception cref="OverflowException">A sum exceeds 63 bits, or the values of the keys give more combinations than that.</exception>
    /// <exception cref="IOException">What was to be read a second time was changed meanwhile.</exception>
    public ValueList<Aggregate> Answer(IncidentTableBuilder builder, params IEnumerable<IncidentQuery> queries)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(queries);
        RunningAnswers answers = new(builder, [.. queries], options.HeldRows);
        bool canStartOver = input.CanBeReadAgain && rows.Counts.Read == 0 && builder.Rows == 0;
        (RowTabulator? tabulator, int[] older) = Take(builder, tabulator =>
        {
            if (!rows.MayReplace || canStartOver)
            {
                answers.Take(tabulator, rows.MayReplace);
            }
        });
        if (answers.LeaveOut(older))
        {
            TakeAgain(tabulator!, answers);
        }

        return answers.End();
    }

    /// <summary>Appends all rows once more, by what knows all that they name.</summary>
    private void TakeAgain(RowTabulator tabulator, RunningAnswers answers)
    {
        try
        {
            // What was set aside has been told.
            again = input.Open(options with { OnRejected = null }, notesIds: true);
            Take(again, _ => tabulator, () => answers.Take(tabulator, mayStartOver: false));
        }
        catch (MalformedInputException error)
        {
            throw input.Changed(error);
        }

        input.HoldUnchanged(again.AreAs(rows));
    }
}
