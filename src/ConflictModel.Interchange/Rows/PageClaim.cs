namespace ConflictModel.Interchange;

/// <summary>What a page of an API's answer says of the whole.</summary>
/// <param name="Here">How many rows there are on this page; null if it doesn't say.</param>
/// <param name="Total">How many rows there are on all pages; null if it doesn't say.</param>
/// <param name="Pages">How many pages there are; null if it doesn't say.</param>
internal readonly record struct PageClaim(long? Here, long? Total, long? Pages);
