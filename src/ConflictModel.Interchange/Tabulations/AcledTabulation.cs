using ConflictModel.Aggregation;

namespace ConflictModel.Interchange;

/// <summary>Reads ACLED files into incident tables without making incidents.</summary>
public static class AcledTabulation
{
    extension(IncidentTableBuilder builder)
    {
        /// <summary>Appends the rows of an ACLED file to a table that is being built. The stream is closed.</summary>
        /// <remarks>
        /// Actors are <c>acled-name:</c> and the name: actor1 is the first side and actor2 the second, which is a label and no blame; those
        /// beside them are left out. Kinds are those of <see cref="IncidentKind"/>; regions the local ones of <see cref="IncidentReader"/> where nobody knows their names.
        /// Fatalities are one figure, which is the best; low and high are unknown. A row without a date is malformed here.
        /// </remarks>
        /// <exception cref="MalformedInputException">The file is no ACLED file, or a row can't be read and the options say to stop.</exception>
        public ReadCounts AppendAcled(Stream stream, ReadOptions? options = null)
        {
            ArgumentNullException.ThrowIfNull(stream);
            options ??= new();
            (RewindStream text, byte[] head) = InputStreams.Open(stream);
            using RowSource rows = FormatDetector.Open(text, head, InterchangeFormat.Acled, options.MaxRowBytes);
            AcledTabulator tabulator = new(builder);
            long kept = 0;
            long setAside = 0;
            while (rows.Read())
            {
                if (tabulator.TryAppend(rows.Row))
                {
                    kept++;
                    continue;
                }

                if (options.Malformed == MalformedRows.Stop)
                {
                    throw new MalformedInputException(rows.Row.Fault!);
                }

                setAside++;
                options.OnRejected?.Invoke(rows.Row.Reject());
            }

            return new(kept, setAside);
        }
    }
}
