// A published tally: what follows from it, and what it can't say.
using ConflictModel;
using ConflictModel.Arithmetic;

ActorId isis = ActorId.From("isis"), regime = ActorId.From("regime-forces");
Toll killed = Toll.Of(449).Including(Part.Of(Victims.MembersOf(isis), 29), Part.Of(Victims.MembersOf(regime), 376));

DerivedFigure rest = killed.Derive()["victim:?"];
Console.WriteLine($"{rest.Bounds} unstated: {rest.Because}");

Toll misprinted = killed with { Count = 400 };
Console.WriteLine(misprinted.Derive().Contradictions[0]);
