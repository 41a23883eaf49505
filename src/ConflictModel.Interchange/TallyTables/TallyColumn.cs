using System.Text.Json.Serialization;

namespace ConflictModel.Interchange;

/// <summary>A column of a wide table that counts people harmed, and the columns of the parts of its count.</summary>
/// <remarks>Equality is by content.</remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed record TallyColumn
{
    private TallyColumn(string name, Harm harm, bool isCumulative)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        (Name, Harm, IsCumulative) = (name, harm, isCumulative);
    }

    /// <summary>The column's name in the header.</summary>
    public string Name { get; }

    /// <summary>What was done to those whom it counts.</summary>
    public Harm Harm { get; }

    /// <summary>Whether it is a running total to the row's day; otherwise it counts that day alone.</summary>
    public bool IsCumulative { get; }

    /// <summary>The columns of parts, in the order in which they were declared; each group of them is one breakdown.</summary>
    internal ValueList<Group> Groups { get; init; }

    /// <summary>All columns that are read for it, its own first.</summary>
    internal IEnumerable<string> Names => Groups.SelectMany(group => group.Parts).Select(part => part.Column).Prepend(Name);

    /// <summary>A column that counts the people harmed on the row's day, or in its period.</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static TallyColumn Daily(string name, Harm harm) => new(name, harm, isCumulative: false);

    /// <summary>A column that is a running total to the row's day.</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static TallyColumn Cumulative(string name, Harm harm) => new(name, harm, isCumulative: true);

    /// <summary>
    /// The same column, "including" others: each counts a part of its people, and these parts are disjoint unless their categories may
    /// overlap (see <see cref="Breakdown"/>). What may overlap them (medics beside women and children) is a call of its own.
    /// </summary>
    /// <param name="parts">The columns, each with what it counts (<c>Part.Of(Victims.Children)</c>), without a figure.</param>
    /// <exception cref="ArgumentException">No axis sets the parts apart: see <see cref="Breakdown.Of"/>.</exception>
    public TallyColumn Including(params ReadOnlySpan<(string Column, Part Part)> parts) => With(BreakdownKind.Inclusion, parts);

    /// <summary>The same column, divided into others, which make up its count.</summary>
    /// <inheritdoc cref="Including"/>
    public TallyColumn DividedInto(params ReadOnlySpan<(string Column, Part Part)> parts) => With(BreakdownKind.Partition, parts);

    private TallyColumn With(BreakdownKind kind, ReadOnlySpan<(string Column, Part Part)> parts)
    {
        ValueList<(string Column, Part Part)> list = [.. parts];
        Axis axis = Breakdown.Of(kind, Reading.Stated, [.. list.Select(part => part.Part)]).By;
        return this with { Groups = Groups.Add(new(kind, axis, list)) };
    }

    /// <summary>The columns of one breakdown.</summary>
    internal sealed record Group(BreakdownKind Kind, Axis By, ValueList<(string Column, Part Part)> Parts);
}
