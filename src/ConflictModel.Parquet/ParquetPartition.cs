namespace ConflictModel.Parquet;

/// <summary>By what incidents are divided into folders, each of which is named for the value that all in it have.</summary>
/// <remarks>No name is that of a column, so that no engine finds two values for one.</remarks>
public enum ParquetPartition
{
    /// <summary>By the version of the source's data set: <c>vintage=25.1</c>.</summary>
    Vintage = 0,

    /// <summary>By the country in which an event was: <c>admin0=sy</c>.</summary>
    Admin0,

    /// <summary>
    /// By the year in which an event begins, or the first in which it may have been: <c>year=2016</c>. The months in the files say when its
    /// pieces were.
    /// </summary>
    Year,
}
