namespace ConflictModel.Interchange;

/// <summary>Turns the actor names of ACLED rows into actors, each once.</summary>
internal sealed class AcledActors(RowReading reading)
{
    private readonly ActorBook actors = new(reading, AcledFormat.Format);
    private readonly Dictionary<string, ActorId> known = new(StringComparer.Ordinal);

    /// <summary>The actor of a name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="inter">What ACLED says that it is, as a number; 0 if nothing.</param>
    /// <param name="code">The same as the row writes it.</param>
    public ActorId Of(string name, int inter = 0, string code = "")
    {
        if (!known.TryGetValue(name, out ActorId actor))
        {
            actor = actors.Of(null, name, local => local with
            {
                Kind = AcledCodes.KindOfInter(inter),
                ExternalIds =
                    code.Length == 0 ? local.ExternalIds : local.ExternalIds.Add(new() { Scheme = AcledParties.InterScheme, Value = code }),
            });
            known.Add(name, actor);
        }

        return actor;
    }
}
