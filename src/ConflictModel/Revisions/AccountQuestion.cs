using System.Text.Json.Serialization;
using ConflictModel.Aggregation;

namespace ConflictModel.Revisions;

/// <summary>Why the sums of a measure moved between two vintages: the question, before it is said in which groups.</summary>
/// <remarks>Immutable. Equality is by content.</remarks>
[JsonConverter(typeof(NoJsonConverter))]
public readonly record struct AccountQuestion
{
    /// <summary>A query takes one key more than an account.</summary>
    private const int MostKeys = 7;

    private readonly VintageTables tables;
    private readonly Measure measure;
    private readonly CancellationToken cancellationToken;

    internal AccountQuestion(VintageTables tables, Measure measure, CancellationToken cancellationToken) =>
        (this.tables, this.measure, this.cancellationToken) = (tables, measure, cancellationToken);

    /// <summary>The account in the groups of some keys; with none, in one group of all.</summary>
    /// <param name="keys">The keys, up to seven.</param>
    /// <exception cref="ArgumentException">There are more keys, two are equal, or two of time cross.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public VintageAccount By(params IEnumerable<GroupKey> keys)
    {
        GroupKey[] all = [.. keys];
        return all.Length <= MostKeys
            ? AccountBuilder.Of(tables, measure, all, cancellationToken)
            : throw new ArgumentException($"An account takes up to {MostKeys} keys.", nameof(keys));
    }
}
