namespace ConflictModel;

/// <summary>Kleene's three-valued logic over <see cref="Truth"/>.</summary>
public static class TruthLogic
{
    extension(Truth)
    {
        /// <summary><see cref="Truth.Yes"/> for true, <see cref="Truth.No"/> for false.</summary>
        public static Truth From(bool value) => value ? Truth.Yes : Truth.No;
    }

    /// <summary>Yes if both are yes, no if either is no, otherwise unknown.</summary>
    public static Truth And(this Truth self, Truth other) =>
        self == Truth.No || other == Truth.No ? Truth.No :
        self == Truth.Yes && other == Truth.Yes ? Truth.Yes : Truth.Unknown;

    /// <summary>Yes if either is yes, no if both are no, otherwise unknown.</summary>
    public static Truth Or(this Truth self, Truth other) => self.Not().And(other.Not()).Not();

    /// <summary>Yes for no, no for yes; unknown stays unknown.</summary>
    public static Truth Not(this Truth self) => (Truth)(-(int)self);
}
