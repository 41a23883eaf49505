using System.Text.Json.Serialization;

namespace ConflictModel;

/// <summary>An answer to a question about uncertain things: no, unknown or yes.</summary>
/// <remarks>
/// The default is <see cref="Unknown"/>: what was not established is not denied. <see cref="TruthLogic"/> is Kleene's
/// strong three-valued logic: an unknown stays unknown unless the other side settles the answer alone. There is
/// no conversion to <see cref="bool"/>, so that nobody decides for the reader what unknown means.
/// </remarks>
[JsonConverter(typeof(EnumConverter<Truth>))]
public enum Truth
{
    /// <summary>What is known does not settle it.</summary>
    Unknown = 0,

    /// <summary>Certainly so, whatever the uncertain parts turn out to be.</summary>
    Yes = 1,

    /// <summary>Certainly not so, whatever the uncertain parts turn out to be.</summary>
    No = -1,
}
