using System.Text.Json.Serialization;

namespace ConflictModel;

/// <summary>What kind of party an actor is.</summary>
/// <remarks>There is no kind with the value zero: an actor's kind is always said, be it <see cref="Unknown"/>.</remarks>
[JsonConverter(typeof(EnumConverter<ActorKind>))]
public enum ActorKind
{
    /// <summary>The kind is not known.</summary>
    Unknown = 1,

    /// <summary>A state's government or its armed forces.</summary>
    StateForces,

    /// <summary>An armed opposition or rebel group.</summary>
    RebelGroup,

    /// <summary>An armed group that fights beside a government or a party without being its army.</summary>
    Militia,

    /// <summary>The forces of another state.</summary>
    ForeignForces,

    /// <summary>A coalition of actors.</summary>
    Coalition,

    /// <summary>A body of an international organisation.</summary>
    InternationalBody,

    /// <summary>Civilians as a class: they are no party, but data sets list them as one.</summary>
    Civilians,

    /// <summary>A state as a diplomatic party.</summary>
    State,
}
