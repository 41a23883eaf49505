using System.Globalization;
using ConflictModel.Aggregation;

namespace ConflictModel.Revisions;

/// <summary>
/// The groups of a table's rows by how the source writes their values: so two vintages have the same ones, under whatever ids.
/// </summary>
/// <remarks>Groups that read alike but for capitals are one: "Homs governorate" is no other place than "Homs Governorate".</remarks>
internal sealed class GroupNames(IncidentTable table, GroupKey[] keys)
{
    private readonly Dictionary<(GroupKey, string), (string Own, string Name)> known = [];

    public static IEqualityComparer<ValueList<string>> Comparer { get; } = new SameWords();

    /// <summary>The order of groups: numbers by value and before words, what is unknown last.</summary>
    public static int Compare(ValueList<string> left, ValueList<string> right)
    {
        for (int i = 0; i < left.Count; i++)
        {
            int order = (left[i] == Aggregate.UnknownText).CompareTo(right[i] == Aggregate.UnknownText);
            if (order == 0)
            {
                order = IsNumber(left[i], out long one) && IsNumber(right[i], out long other)
                    ? one.CompareTo(other)
                    : string.CompareOrdinal(left[i], right[i]);
            }

            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }

    /// <summary>The values of a row.</summary>
    public ValueList<string> Of(AggregateRow row) => keys.Select(key => NamesOf(row, key).Own).ToValueList();

    /// <summary>What the source calls the values of a row.</summary>
    public ValueList<string> NamesOf(AggregateRow row) => keys.Select(key => NamesOf(row, key).Name).ToValueList();

    private (string Own, string Name) NamesOf(AggregateRow row, GroupKey key)
    {
        string text = row.TextOf(key) ?? "";
        if (!known.TryGetValue((key, text), out (string Own, string Name) names))
        {
            known.Add((key, text), names = table.NamesOf(row, key));
        }

        return names;
    }

    private static bool IsNumber(string text, out long number) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);

    private sealed class SameWords : IEqualityComparer<ValueList<string>>
    {
        public bool Equals(ValueList<string> x, ValueList<string> y) => x.SequenceEqual(y, StringComparer.OrdinalIgnoreCase);

        public int GetHashCode(ValueList<string> obj)
        {
            HashCode hash = default;
            foreach (string text in obj)
            {
                hash.Add(text, StringComparer.OrdinalIgnoreCase);
            }

            return hash.ToHashCode();
        }
    }
}
