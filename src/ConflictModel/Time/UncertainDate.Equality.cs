using ConflictModel.Time;

namespace ConflictModel;

/// <content>Equality of meaning.</content>
public readonly partial struct UncertainDate : IEquatable<UncertainDate>
{
    /// <summary>Whether two expressions mean the same by the standard; see the remarks on the type.</summary>
    public static bool operator ==(UncertainDate left, UncertainDate right) => left.Equals(right);

    /// <summary>Whether two expressions mean different things.</summary>
    public static bool operator !=(UncertainDate left, UncertainDate right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(UncertainDate other) =>
        (this.first == other.first && this.second == other.second && ReferenceEquals(this.more, other.more)) || MeansTheSame(other);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is UncertainDate other && Equals(other);

    private bool MeansTheSame(UncertainDate other)
    {
        if (Form != other.Form)
        {
            return false;
        }

        if (Form is DateForm.OneOf or DateForm.AllOf)
        {
            return SetItem.Normalize(this).AsSpan().SequenceEqual(SetItem.Normalize(other).AsSpan());
        }

        if (Form == DateForm.DateTime)
        {
            return First.Meaning == other.First.Meaning && Time.Meaning == other.Time.Meaning;
        }

        DateMember mine = default, theirs = default;
        DateMember left = Members(ref mine)[0];
        DateMember right = other.Members(ref theirs)[0];
        return SameTerm(left.From, right.From) && SameTerm(left.To, right.To);
    }

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        if (Form is DateForm.OneOf or DateForm.AllOf)
        {
            var hash = default(HashCode);
            hash.Add(Form);
            foreach (SetItem item in SetItem.Normalize(this))
            {
                hash.Add(item);
            }

            return hash.ToHashCode();
        }

        if (Form == DateForm.DateTime)
        {
            return HashCode.Combine(First.Meaning, Time.Meaning);
        }

        DateMember single = default;
        DateMember member = Members(ref single)[0];
        return HashCode.Combine(Form, member.From.Meaning, member.To.Meaning);
    }

    /// <summary>The members of a set, for comparing sets by content.</summary>
    internal DateMember[] ToMembers()
    {
        DateMember single = default;
        return Members(ref single).ToArray();
    }

    private static bool SameTerm(DateTerm left, DateTerm right)
    {
        if (left.Meaning != right.Meaning)
        {
            return false;
        }

        (WideYear? a, WideYear? b) = (Significantly(left.Wide), Significantly(right.Wide));
        return a is null ? b is null : a.MeansSameAs(b);
    }

    /// <summary>Nothing for a year that four digits say as well, since the packed digits then hold it.</summary>
    private static WideYear? Significantly(WideYear? year) => year is { Significant: 0, Length: <= 4 } ? null : year;
}
