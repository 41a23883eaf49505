using ConflictModel.Aggregation;
using DuckDB.NET.Data;
using ParquetSharp;

namespace ConflictModel.Parquet.Tests;

/// <summary>Files that other programs wrote say less of their columns, and nothing is made of what they do not say.</summary>
public sealed class ForeignFileTests : IDisposable
{
    private readonly string path = Some.Scratch("table.parquet");

    private string Foreign => Path.Combine(Path.GetDirectoryName(path)!, "foreign.parquet");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);

    [Fact]
    public void A_count_of_nulls_that_is_not_said_is_not_none()
    {
        IncidentTableBuilder builder = new();
        builder.Append(new() { Earliest = new(2012, 3, 1), Latest = new(2012, 3, 1) });
        builder.Append(new() { Earliest = new(2012, 6, 1), Latest = new(2012, 6, 1) });
        builder.Append(new());
        builder.ToTable().WriteParquet(path);
        WriteAgain();

        // The count of nulls, a field 3, becomes one of distinct values, a field 4, wherever a statistic has it between the fields 1 or 2
        // and 5.
        byte[] bytes = File.ReadAllBytes(Foreign);
        int changed = 0;
        for (int i = bytes.Length / 2; i + 2 < bytes.Length; i++)
        {
            if ((bytes[i], bytes[i + 1], bytes[i + 2]) is (0x16, 0x02, 0x28))
            {
                (bytes[i], bytes[i + 2]) = (0x26, 0x18);
                changed++;
            }
        }

        changed.Should().BePositive();
        File.WriteAllBytes(Foreign, bytes);
        Aggregate answer = IncidentQuery.OverPieces().During(new(2012, 1, 1), new(2012, 12, 31)).RunParquet(Foreign);
        (answer.Total.Incidents, answer.Perhaps).Should().Be((2, 1));
    }

    [Fact]
    public void Without_statistics_the_answer_is_the_same()
    {
        IncidentTable table = Some.Table(new(5), 60);
        table.WriteParquet(path);
        using (IdleReaders idle = new())
        using (PiecesFile file = new(path, idle))
        {
            WriteBare(new PiecesPart(file, [.. Enumerable.Range(0, file.Groups.Count)]), new Dictionary<string, string>(file.Metadata));
        }

        Random random = new(8);
        for (int i = 0; i < 20; i++)
        {
            IncidentQuery question = Some.Question(random);
            question.RunParquet(Foreign).ToJson().Should().Be(question.RunParquet(path).ToJson());
        }
    }

    [Theory]
    [InlineData(Encoding.PlainDictionary)]
    [InlineData(Encoding.Plain)]
    [InlineData(Encoding.DeltaByteArray)]
    [InlineData(Encoding.DeltaLengthByteArray)]
    public void An_empty_text_is_a_text_of_its_own(Encoding encoding)
    {
        WriteTexts(encoding, ["a", "", "b", ""], ["", ""], ["b"]);
        using IdleReaders idle = new();
        using PiecesFile file = new(Foreign, idle);
        PiecesPart part = new(file, [0, 1, 2]);
        int[] codes = new int[7];
        part.ReadCodes(0, 0, codes);
        codes.Select(code => part.TextsOf(0)[code]).Should().Equal("a", "", "b", "", "", "", "b");
    }

    [Fact]
    public void An_event_that_goes_on_in_another_row_group_is_whole_though_only_one_of_them_is_in_the_period()
    {
        IncidentTable table = Cut(events: 40);
        WriteForeign(table, Enumerable.Range(0, 80), groupRows: 7);
        IncidentQuery question = IncidentQuery.OverPieces().Sum(Measure.Killed).Where(GroupKey.FirstSide, ActorId.From("a3"));
        foreach (IncidentQuery asked in (IncidentQuery[])
            [question, question.During(new(2000, 1, 1), new(2001, 6, 30)), question.During(new(1999, 1, 1), new(1999, 1, 31))])
        {
            asked.RunParquet(Foreign).ToJson().Should().Be(asked.On(table.ToPieces().ToTable()).Run().ToJson());
        }
    }

    [Theory]
    [InlineData(7, new[] { 14, 14, 14, 14, 14, 10 })]
    [InlineData(8, new[] { 8, 8, 8, 8, 8, 8, 8, 8, 8, 8 })]
    [InlineData(1, new[] { 2, 2, 2, 2 })]
    public void A_part_ends_where_an_event_does(int groupRows, int[] parts)
    {
        IncidentTable table = Cut(events: 40);
        WriteForeign(table, Enumerable.Range(0, parts.Sum()), groupRows);
        IncidentQuery question = IncidentQuery.OverPieces().Sum(Measure.Killed).GroupBy(GroupKey.FirstSide);
        using var files = PiecesSet.Open(Foreign);
        files.Parts(1, question).Select(part => part.Rows).Should().Equal(parts);
        ParquetTables.Run(question, files, partRows: 1).ToJson()
            .Should().Be(question.On(IncidentTable.ReadParquet(Foreign)).Run().ToJson());
    }

    [Fact]
    public void An_event_that_fills_row_groups_is_whole_in_one_part()
    {
        IncidentTableBuilder builder = new();
        builder.Append(new() { Earliest = new(2001, 1, 31), Latest = new(2001, 2, 1) }, Measure.Killed.Is(5));
        builder.Append(new() { Earliest = new(2001, 1, 15), Latest = new(2003, 3, 15) }, Measure.Killed.Is(1000));
        builder.Append(new() { Earliest = new(2003, 1, 31), Latest = new(2003, 2, 1) }, Measure.Killed.Is(7));
        WriteForeign(builder.ToTable(), Enumerable.Range(0, 31), groupRows: 3);
        IncidentQuery question = IncidentQuery.OverPieces().Sum(Measure.Killed).GroupBy(GroupKey.Month);
        using var files = PiecesSet.Open(Foreign);
        files.Parts(1, question).Count().Should().BeGreaterThan(1);
        ParquetTables.Run(question, files, partRows: 1).ToJson()
            .Should().Be(question.On(IncidentTable.ReadParquet(Foreign)).Run().ToJson());
    }

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(3)]
    [InlineData(1)]
    public void Pieces_of_two_events_are_not_taken_for_one(int groupRows)
    {
        // Of the second event the last piece is left out, and of the third the first.
        WriteForeign(Cut(events: 6), Enumerable.Range(0, 12).Where(row => row is not (3 or 4)), groupRows);
        IncidentQuery question = IncidentQuery.OverPieces().Sum(Measure.Killed);
        Refuses(() => IncidentTable.ReadParquet(Foreign));
        foreach (IncidentQuery asked in (IncidentQuery[])
        [
            question, question.GroupBy(GroupKey.Year), question.GroupBy(GroupKey.Month), question.During(new(2000, 1, 1), new(2000, 3, 15)),
            question.Where(GroupKey.FirstSide, ActorId.From("a0")),
        ])
        {
            Refuses(() => asked.RunParquet(Foreign));
        }

        void Refuses(Action read)
        {
            ParquetFormatException error = read.Should().Throw<ParquetFormatException>().Which;
            error.Message.Should().Contain("the pieces of an event do not stand together");
            error.Column.Should().Be("piece");
        }
    }

    [Fact]
    public void Whole_events_that_are_left_out_are_missed_by_nobody()
    {
        WriteForeign(Cut(events: 6), Enumerable.Range(0, 12).Where(row => row is not (2 or 3 or 8 or 9)));
        IncidentQuery question = IncidentQuery.OverPieces().Sum(Measure.Killed).GroupBy(GroupKey.FirstSide, GroupKey.Month);
        Aggregate answer = question.RunParquet(Foreign);
        answer.Total.Incidents.Should().Be(4);
        answer.ToJson().Should().Be(question.On(IncidentTable.ReadParquet(Foreign)).Run().ToJson());
    }

    [Fact]
    public void Only_our_own_files_are_known_to_keep_events_whole()
    {
        Cut(events: 6).WriteParquet(path);
        using IdleReaders idle = new();
        using PiecesFile file = new(path, idle);
        new PiecesPart(file, [0]).KeepsEventsWhole.Should().BeTrue();
        WriteForeign(Cut(events: 6), Enumerable.Range(0, 12));
        using PiecesFile foreign = new(Foreign, idle);
        new PiecesPart(foreign, [0]).KeepsEventsWhole.Should().BeFalse();
    }

    [Fact]
    public void Two_things_under_one_key_are_refused()
    {
        Cut(events: 2).WriteParquet(path);
        using (IdleReaders idle = new())
        using (PiecesFile file = new(path, idle))
        {
            WriteBare(
                new PiecesPart(file, [0]), new Dictionary<string, string>(file.Metadata) { ["key-one"] = "1", ["key-two"] = "2" });
        }

        IncidentTable.ReadParquet(Foreign).Incidents.Should().Be(2);
        byte[] bytes = File.ReadAllBytes(Foreign);
        "one"u8.CopyTo(bytes.AsSpan(bytes.AsSpan().IndexOf("key-two"u8) + "key-".Length));
        File.WriteAllBytes(Foreign, bytes);
        Action read = () => IncidentTable.ReadParquet(Foreign);
        read.Should().ThrowExactly<ParquetFormatException>().WithMessage($"{Foreign}: it says two things under one key*");
    }

    /// <summary>Events of two pieces each.</summary>
    private static IncidentTable Cut(int events)
    {
        IncidentTableBuilder builder = new();
        for (int i = 0; i < events; i++)
        {
            NodaTime.LocalDate last = new NodaTime.LocalDate(2000, 1, 1).PlusMonths(i + 1);
            builder.Append(
                new() { Earliest = last.PlusDays(-1), Latest = last, FirstSide = builder.CodeOf(ActorId.From($"a{i % 5}")) },
                Measure.Killed.Is(2 * i));
        }

        return builder.ToTable();
    }

    /// <summary>Writes rows of a table's pieces as a program does that keeps no event whole in a row group.</summary>
    private void WriteForeign(IncidentTable table, IEnumerable<int> rows, int groupRows = int.MaxValue)
    {
        table.WriteParquet(path);
        using IdleReaders idle = new();
        using PiecesFile file = new(path, idle);
        ChosenRows chosen = new(new PiecesPart(file, [0]), [.. rows]);
        WriteBare(chosen, new Dictionary<string, string>(file.Metadata), groupRows, saysRanges: true);
    }

    private void WriteAgain()
    {
        string says = "";
        using (IdleReaders idle = new())
        using (PiecesFile file = new(path, idle))
        {
            says = file.Metadata[Books.Key].Replace("'", "''", StringComparison.Ordinal);
        }

        using DuckDBConnection connection = new("Data Source=:memory:");
        connection.Open();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = $"copy (from '{path}') to '{Foreign}' (format parquet, kv_metadata {{conflictmodel: '{says}'}})";
        command.ExecuteNonQuery();
    }

    private void WriteTexts(Encoding encoding, params string[][] groups)
    {
        using WriterPropertiesBuilder builder = new();
        builder.Compression(Compression.Uncompressed);
        using WriterProperties properties = (encoding == Encoding.PlainDictionary
            ? builder : builder.DisableDictionary().Encoding(encoding)).Build();
        using ParquetFileWriter writer = new(Foreign, [new Column<string>("type")], properties);
        foreach (string[] texts in groups)
        {
            using RowGroupWriter group = writer.AppendRowGroup();
            using LogicalColumnWriter<string> cells = group.NextColumn().LogicalWriter<string>();
            cells.WriteBatch(texts);
        }

        writer.Close();
    }

    /// <summary>
    /// Writes a table again, cell by cell, with nothing beside its cells; or with the least and the greatest of those that no row lacks.
    /// </summary>
    private void WriteBare(
        PlainTable table, Dictionary<string, string> metadata, int groupRows = int.MaxValue, bool saysRanges = false)
    {
        Column[] columns = [.. table.Schema.Columns.Select((column, i) => (column.Type, IsNeverNull(i)) switch
        {
            (PlainType.Text, _) => (Column)new Column<string>(column.Name),
            (PlainType.Integer, true) => new Column<long>(column.Name),
            (PlainType.Day, true) => new Column<Date>(column.Name),
            (PlainType.Flag, true) => new Column<bool>(column.Name),
            (PlainType.Integer, _) => new Column<long?>(column.Name),
            (PlainType.Day, _) => new Column<Date?>(column.Name),
            _ => new Column<bool?>(column.Name),
        })];
        using WriterPropertiesBuilder builder = new();
        using WriterProperties properties = (saysRanges ? builder : builder.DisableStatistics()).DisableDictionary().Build();
        using ParquetFileWriter writer = new(Foreign, columns, properties, keyValueMetadata: metadata);
        foreach (int[] rows in Enumerable.Range(0, table.Rows).Chunk(groupRows))
        {
            using RowGroupWriter group = writer.AppendRowGroup();
            for (int i = 0; i < columns.Length; i++)
            {
                using ColumnWriter cells = group.NextColumn();
                switch (table.Schema.Columns[i].Type, IsNeverNull(i))
                {
                    case (PlainType.Text, _): Write(cells, row => table.TextAt(i, row)); break;
                    case (PlainType.Integer, true): Write(cells, row => table.NumberAt(i, row)!.Value); break;
                    case (PlainType.Day, true): Write(cells, row => new Date((int)table.NumberAt(i, row)!)); break;
                    case (PlainType.Flag, true): Write(cells, row => table.NumberAt(i, row) != 0); break;
                    case (PlainType.Integer, _): Write(cells, row => table.NumberAt(i, row)); break;
                    case (PlainType.Day, _):
                        Write(cells, row => table.NumberAt(i, row) is { } day ? new Date((int)day) : (Date?)null);
                        break;
                    default: Write(cells, row => table.NumberAt(i, row) is { } flag ? flag != 0 : (bool?)null); break;
                }

                void Write<T>(ColumnWriter to, Func<int, T> cell)
                {
                    using LogicalColumnWriter<T> column = to.LogicalWriter<T>();
                    column.WriteBatch([.. rows.Select(cell)]);
                }
            }
        }

        writer.Close();

        bool IsNeverNull(int column) => saysRanges && table.Schema.Columns[column].Type != PlainType.Text
            && Enumerable.Range(0, table.Rows).All(row => table.NumberAt(column, row) is not null);
    }
}
