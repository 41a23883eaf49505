using System.Text;
using ConflictModel.Aggregation;
using ConflictModel.Serialization;

namespace ConflictModel.Interchange.Tests;

/// <summary>One file by every road: its incidents, its table, the table of the data set that its JSON gives back, and its rules.</summary>
internal static class Roads
{
    /// <summary>The sums of the dead, which are the same by every road; a CSV comes back cell by cell as well.</summary>
    public static Sums Killed(string file, ReadOptions? options = null)
    {
        Sums table = Table(file, options).Query().Sum(Measure.Killed).Run().Total.Of(Measure.Killed);
        using var reader = IncidentReader.Open(Utf8(file), options);
        ConflictDataset dataset = DatasetJson.Read(DatasetJson.Write(reader.ReadDataset()));
        dataset.Incidents.Sum(Harm.Killed).Should().Be(table);
        dataset.ToTable().Query().Sum(Measure.Killed).Run().Total.Of(Measure.Killed).Should().Be(table);
        PublishedSummary summary = PublishedValidator.Validate(Utf8(file), options);
        summary.Totals.Single(total => total.Key is "best" or "fatalities").Value.Should().Be(table.Best ?? 0);
        if (file.TrimStart('\uFEFF')[0] is not ('{' or '['))
        {
            RoundTrip.Cells(file, options).Should().BeEquivalentTo(SimpleCsv.Read(file), strict => strict.WithStrictOrdering());
        }

        return table;
    }

    public static IncidentTable Table(string file, ReadOptions? options = null)
    {
        using var reader = IncidentReader.Open(Utf8(file), options);
        IncidentTableBuilder builder = new();
        reader.AppendTo(builder);
        return builder.ToTable();
    }

    public static ValueList<Incident> Incidents(string file, ReadOptions? options = null)
    {
        using var reader = IncidentReader.Open(Utf8(file), options);
        return reader.ReadDataset().Incidents;
    }

    /// <summary>
    /// What reading throws: the same by every road. A table needs no ids, so that it is not asked where those are at fault.
    /// </summary>
    public static Malformation Fault(string file, ReadOptions? options = null)
    {
        Malformation fault = FaultOf(() => Incidents(file, options));
        FaultOf(() => PublishedValidator.Validate(Utf8(file), options)).Should().Be(fault);
        FaultOf(() => RoundTrip.Cells(file, options)).Should().Be(fault);
        if (fault.Code != MalformationCode.Id)
        {
            FaultOf(() => Table(file, options)).Should().Be(fault);
        }

        return fault;
    }

    public static MemoryStream Utf8(string text) => new(Encoding.UTF8.GetBytes(text));

    private static Malformation FaultOf(Action read) => read.Should().Throw<MalformedInputException>().Which.Malformation;
}
