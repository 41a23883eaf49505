// The README's sample in F#: lists go where C# has commas, and into a record as a ValueList.
open System
open ConflictModel
open ConflictModel.Arithmetic
open ConflictModel.Catalogs
open ConflictModel.Validation

let regimeAndProxies =
    Victims.MembersOf [ KnownActors.SyrianGovernmentForces.Id; KnownActors.SyrianGovernmentProxies.Id ]

let killed =
    Toll.Of(449, inOperations = 155).Including(
        Reading.Inferred,
        [ Part.Of(Victims.MembersOf [ KnownActors.Isis.Id ], 29).DividedInto
              [ Part.By(KnownActors.RussianForces, 3)
                Part.By [ KnownActors.SyrianGovernmentForces.Id; KnownActors.SyrianGovernmentProxies.Id ] ]
          Part.Of(regimeAndProxies, 376, inOperations = 155).Including
              [ Part.Of(Victims.MembersOf [ KnownActors.IranianBackedSyrianMilitias.Id ], 33)
                Part.Of(Victims.MembersOf [ KnownActors.Irgc.Id ], 3) ] ])

let tally =
    Tally(
        Id = TallyId.From "sohr-2024-h1",
        Scope =
            Scope(
                Period = UncertainDate.Parse "2024-40",
                Regions = ValueList.ToValueList [ KnownRegions.Badia.Id ],
                AttributedTo = ValueList.ToValueList [ KnownActors.Isis.Id ]),
        Report = Report(Citation = KnownSources.Sohr, Casualties = Casualties(Killed = killed)))

let dataset =
    ConflictDataset(
        Sources = ValueList.ToValueList [ KnownSources.Sohr ],
        Actors = KnownActors.All,
        Regions = KnownRegions.All,
        Tallies = ValueList.ToValueList [ tally ])

for finding in dataset.Validate() do
    Console.WriteLine finding

let residual = killed.Derive()["victim:?"]
Console.WriteLine $"{residual.Bounds} unstated: {residual.Because}"
