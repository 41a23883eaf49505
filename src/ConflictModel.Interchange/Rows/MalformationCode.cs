using System.Text.Json.Serialization;

namespace ConflictModel.Interchange;

/// <summary>What keeps a row or a file from being read.</summary>
/// <remarks>There is no code with the value zero. Odd data is never malformed: only what can't be read at all is.</remarks>
[JsonConverter(typeof(EnumConverter<MalformationCode>))]
public enum MalformationCode
{
    /// <summary>The row has more or fewer cells than the header, or its quotes don't close where a cell ends.</summary>
    ColumnCount = 1,

    /// <summary>A quote that never closes, or text behind a closing quote.</summary>
    Quoting,

    /// <summary>Bytes that are no UTF-8, or a file in another encoding.</summary>
    Encoding,

    /// <summary>A row or cell longer than the reader holds, or more columns than a file may have.</summary>
    TooLong,

    /// <summary>A count that is no whole number of zero or more, or a number that is none.</summary>
    Number,

    /// <summary>A date that is none.</summary>
    Date,

    /// <summary>A code that the format's codebook doesn't have.</summary>
    UnknownCode,

    /// <summary>An id that is missing or that no record can bear.</summary>
    Id,

    /// <summary>A header that lacks a column, has one twice, or is of no format that can be read.</summary>
    Header,

    /// <summary>JSON that is none, or is not of the form that is read.</summary>
    Json,

    /// <summary>
    /// gzip data that breaks off, is damaged, or has something else behind it: no row of it can be trusted to be all there is.
    /// </summary>
    Compression,

    /// <summary>Two rows bear one id, and nothing says which of them counts: reading ends, whatever is asked for malformed rows.</summary>
    RepeatedId,

    /// <summary>
    /// A row was given before a newer one of the same id was met: reading ends, whatever is asked for malformed rows. Who reads the whole
    /// file before giving any can leave the older row out.
    /// </summary>
    Outdated,
}
