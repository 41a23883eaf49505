using ConflictModel.Hierarchies;
using ConflictModel.Time;

namespace ConflictModel.Arithmetic;

/// <summary>Tells how categories lie to each other: by what they say, and by what a data set knows of its regions and actors.</summary>
/// <remarks>
/// Categories of different axes say nothing of each other, but that victims and demographics speak of the same people. An actor that is
/// part or a member of another, or came out of it, may be counted with it or beside it: the two overlap, and neither is within the other.
/// </remarks>
internal sealed class CategoryRelations(
    RegionHierarchy? regions, ActorHierarchy? affiliations, IReadOnlyDictionary<ActorId, ActorKind>? kinds, ReportedDate? when)
{
    private static readonly AffiliationKind[] Belonging = [AffiliationKind.PartOf, AffiliationKind.MemberOf, AffiliationKind.SuccessorOf];

    /// <summary>What a record says by itself.</summary>
    public static CategoryRelations OfRecord { get; } = new(null, null, null, null);

    /// <summary>What a data set knows of its regions and actors, checked or not.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="when">When what is told of happened; null if it isn't said.</param>
    public static CategoryRelations Of(ConflictDataset dataset, ReportedDate? when = null) =>
        Of(dataset, RegionHierarchy.FromUnchecked(dataset.Regions), when);

    /// <summary>The same where the hierarchy of the data set's regions is there already.</summary>
    public static CategoryRelations Of(ConflictDataset dataset, RegionHierarchy regions, ReportedDate? when = null)
    {
        var kinds = new Dictionary<ActorId, ActorKind>();
        foreach (Actor actor in dataset.Actors)
        {
            kinds.TryAdd(actor.Id, actor.Kind);
        }

        return new(regions, ActorHierarchy.FromUnchecked(dataset.Affiliations, regions), kinds, when);
    }

    /// <summary>The same at another time.</summary>
    public CategoryRelations At(ReportedDate? time) => new(regions, affiliations, kinds, time);

    /// <summary>Whether categories of an axis can be anything but different answers.</summary>
    public bool CanRelate(Axis axis) => axis is not Axis.Method && (axis is not Axis.Region || regions is not null);

    /// <summary>How the category of one part lies to that of another. Each has a category on its axis.</summary>
    public CategoryRelation Between(Axis leftAxis, Part left, Axis rightAxis, Part right) => (leftAxis, rightAxis) switch
    {
        (Axis.Victim or Axis.Demographic, Axis.Victim or Axis.Demographic) => Between(WhoOf(leftAxis, left), WhoOf(rightAxis, right)),
        (Axis.Perpetrator, Axis.Perpetrator) =>
            Between(left.Perpetrators, right.Perpetrators) is var relation and not CategoryRelation.Disjoint
                ? relation
                : CategoryRelation.Different,
        (Axis.Region, Axis.Region) => Between(left.Region!.Value, right.Region!.Value),
        (Axis.Period, Axis.Period) => Between(left.Period!.Value.Date, right.Period!.Value.Date),
        (Axis.Method, Axis.Method) => left.Method == right.Method ? CategoryRelation.Same : CategoryRelation.Different,
        _ => CategoryRelation.Unlike,
    };

    /// <summary>The regions that hold everybody who is in a region: itself, and those that it is known to lie in.</summary>
    public IReadOnlyCollection<RegionId> Around(RegionId region) =>
        regions is null ? [region] : [region, .. regions.AncestorsOf(region)];

    /// <summary>Whether a breakdown says that nobody is in both of two of its parts.</summary>
    /// <remarks>
    /// Those of a partition share nobody unless they are known to, those of an inclusion unless they are known to or answer different
    /// questions. Parts of one category are its pieces. Of actors together and one of them nobody can tell which is meant: "by A, and by A
    /// and B".
    /// </remarks>
    public bool AreApart(Breakdown breakdown, Part left, Part right) =>
        breakdown.Disjoint
        || left.CategoryOn(breakdown.By) is not { } one
        || right.CategoryOn(breakdown.By) is not { } other
        || one == other
        || Between(breakdown.By, left, breakdown.By, right) switch
        {
            CategoryRelation.Disjoint or CategoryRelation.Different => true,
            CategoryRelation.Unlike => breakdown.Kind == BreakdownKind.Partition,
            _ => false,
        };

    /// <summary>Whether the category of one of two parts that stand side by side lies within that of the other, or is the same.</summary>
    public bool AreNested(Axis axis, Part left, Part right) =>
        axis != Axis.Perpetrator
        && Between(axis, left, axis, right) is CategoryRelation.Within or CategoryRelation.Contains or CategoryRelation.Same;

    /// <summary>
    /// Whether it is seen at a glance that a breakdown's parts each give one answer of one kind: then nobody is in two of them, and none
    /// lies within another that does the same.
    /// </summary>
    public bool ArePlain(Axis axis, ReadOnlySpan<Part> parts) => axis switch
    {
        Axis.Victim => AreAllOfOneActor(parts) || AreAllOfOneRole(parts),
        Axis.Perpetrator => AreAllByOneActor(parts),
        _ => !CanRelate(axis),
    };

    /// <summary>Whether it is seen at a glance that nobody is in two parts, though they may lie within others elsewhere.</summary>
    public static bool ArePlainlyApart(Breakdown breakdown) =>
        breakdown.Parts.Count < 2 || breakdown.Disjoint || (breakdown.By == Axis.Period && AreInOrder(breakdown.Parts.AsSpan()));

    private bool AreAllOfOneActor(ReadOnlySpan<Part> parts)
    {
        foreach (Part part in parts)
        {
            if (part.Victims is not { Status: CivilianStatus.Unknown, IsAnyDemographic: true, Role: null } who || who.Actors.Count != 1)
            {
                return false;
            }
        }

        return affiliations is null;
    }

    private static bool AreAllOfOneRole(ReadOnlySpan<Part> parts)
    {
        foreach (Part part in parts)
        {
            if (part.Victims is not { Status: CivilianStatus.Unknown, IsAnyDemographic: true, Role.Length: > 0 } who || !who.Actors.IsEmpty)
            {
                return false;
            }
        }

        return true;
    }

    private bool AreAllByOneActor(ReadOnlySpan<Part> parts)
    {
        foreach (Part part in parts)
        {
            if (part.Perpetrators.Count != 1)
            {
                return false;
            }
        }

        return affiliations is null;
    }

    // Each begins after the one before has ended.
    private static bool AreInOrder(ReadOnlySpan<Part> parts)
    {
        for (int i = 1; i < parts.Length; i++)
        {
            if (parts[i - 1].Period is not { Date.Latest: { } end } || parts[i].Period is not { Date.Earliest: { } start } || start <= end)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a breakdown says that nobody is in two of some of its parts.</summary>
    public bool AreApart(Breakdown breakdown, Part[] parts) =>
        parts.Index().All(one => parts.Take(one.Index).All(other => AreApart(breakdown, one.Item, other)));

    private static Victims WhoOf(Axis axis, Part part) =>
        axis == Axis.Victim ? part.Victims! : new() { Age = part.Victims!.Age, Sex = part.Victims.Sex };

    private CategoryRelation Between(Victims left, Victims right)
    {
        if (AreCiviliansAndArmed(left, right) || AreCiviliansAndArmed(right, left))
        {
            return CategoryRelation.Disjoint;
        }

        CategoryRelation actors = Narrowing(left.Actors.IsEmpty, right.Actors.IsEmpty) ?? Between(left.Actors, right.Actors);
        CategoryRelation status = Narrowing(left.Status == CivilianStatus.Unknown, right.Status == CivilianStatus.Unknown)
            ?? (left.Status == right.Status ? CategoryRelation.Same : CategoryRelation.Disjoint);
        CategoryRelation role = Narrowing(string.IsNullOrEmpty(left.Role), string.IsNullOrEmpty(right.Role))
            ?? (left.Role == right.Role ? CategoryRelation.Same : CategoryRelation.Different);
        CategoryRelation age = Narrowing(left.Age == AgeGroup.Any, right.Age == AgeGroup.Any) ?? Between(left.Age, right.Age);
        CategoryRelation sex = Narrowing(left.Sex == Sex.Any, right.Sex == Sex.Any)
            ?? (left.Sex == right.Sex ? CategoryRelation.Same : CategoryRelation.Disjoint);

        // Age and sex are known to cross; whether a role, a status and an actor do is not.
        CategoryRelation ageAndSex = Together(age, sex, CategoryRelation.Overlapping);
        CategoryRelation statusAndRole = Together(status, role, CategoryRelation.Unlike);
        return Together(Together(actors, statusAndRole, CategoryRelation.Unlike), ageAndSex, CategoryRelation.Unlike);
    }

    // What one field says of two categories of which at least one leaves it open; null where both speak.
    private static CategoryRelation? Narrowing(bool isLeftOpen, bool isRightOpen) => (isLeftOpen, isRightOpen) switch
    {
        (true, true) => CategoryRelation.Same,
        (false, true) => CategoryRelation.Within,
        (true, false) => CategoryRelation.Contains,
        _ => null,
    };

    // People are in a category if every field lets them: any field can keep two categories apart, and all must agree that one holds the
    // other.
    private static CategoryRelation Together(CategoryRelation one, CategoryRelation other, CategoryRelation crossing) => (one, other) switch
    {
        (CategoryRelation.Disjoint, _) or (_, CategoryRelation.Disjoint) => CategoryRelation.Disjoint,
        (CategoryRelation.Different, _) or (_, CategoryRelation.Different) => CategoryRelation.Different,
        (CategoryRelation.Same, _) => other,
        (_, CategoryRelation.Same) => one,
        (CategoryRelation.Unlike, _) or (_, CategoryRelation.Unlike) => CategoryRelation.Unlike,
        (CategoryRelation.Overlapping, _) or (_, CategoryRelation.Overlapping) => CategoryRelation.Overlapping,
        _ => one == other ? one : crossing,
    };

    private static CategoryRelation Between(AgeGroup left, AgeGroup right) => (left, right) switch
    {
        _ when left == right => CategoryRelation.Same,
        (AgeGroup.Elderly, AgeGroup.Adult) => CategoryRelation.Within,
        (AgeGroup.Adult, AgeGroup.Elderly) => CategoryRelation.Contains,
        _ => CategoryRelation.Disjoint,
    };

    private bool AreCiviliansAndArmed(Victims civilians, Victims others) =>
        civilians is { Actors.IsEmpty: true, Status: CivilianStatus.Civilian or CivilianStatus.Unidentified }
        && others.Status == CivilianStatus.Unknown && !others.Actors.IsEmpty && others.Actors.All(IsArmed);

    // Who has members is taken to be armed unless it is known to be otherwise, or known not to be known.
    private bool IsArmed(ActorId actor) =>
        kinds is null || !kinds.TryGetValue(actor, out ActorKind kind)
        || kind is not (ActorKind.Unknown or ActorKind.Civilians or ActorKind.InternationalBody);

    private CategoryRelation Between(ValueList<ActorId> left, ValueList<ActorId> right)
    {
        int shared = left.Count(right.Contains);
        bool isLeftWithin = shared == left.Count, isRightWithin = right.All(left.Contains);
        return (isLeftWithin, isRightWithin) switch
        {
            (true, true) => CategoryRelation.Same,
            (true, false) => CategoryRelation.Within,
            (false, true) => CategoryRelation.Contains,
            _ when shared > 0 || left.Any(one => right.Any(other => MayBelong(one, other) || MayBelong(other, one))) =>
                CategoryRelation.Overlapping,
            _ => CategoryRelation.Disjoint,
        };
    }

    private bool MayBelong(ActorId actor, ActorId group) =>
        affiliations is not null
        && affiliations.Belongs(actor, group, new Occasion { From = when?.Date.Earliest, To = when?.Date.Latest }, Belonging) != Truth.No;

    private CategoryRelation Between(RegionId left, RegionId right) =>
        left == right ? CategoryRelation.Same :
        regions is null ? CategoryRelation.Different :
        regions.Within(left, right) == Truth.Yes ? CategoryRelation.Within :
        regions.Within(right, left) == Truth.Yes ? CategoryRelation.Contains :
        regions.Within(left, right) == Truth.No ? CategoryRelation.Disjoint :
        regions.AreSaidToOverlap(left, right) ? CategoryRelation.Overlapping : CategoryRelation.Different;

    // A part's period is all its days: an interval's ends are meant whole, as in the scope of a tally.
    private static CategoryRelation Between(UncertainDate left, UncertainDate right)
    {
        if (left == right)
        {
            return CategoryRelation.Same;
        }

        AllenRelations possible = left.RelationsTo(right);
        if ((possible & ~AllenRelations.Disjoint) == AllenRelations.None)
        {
            return CategoryRelation.Disjoint;
        }

        bool isLeftWhole = TryWhole(left, out DateBounds mine), isRightWhole = TryWhole(right, out DateBounds theirs);
        bool startsWithin = mine.Start.Earliest >= theirs.Start.Earliest, endsWithin = mine.End.Latest <= theirs.End.Latest;
        bool startsAround = mine.Start.Earliest <= theirs.Start.Earliest, endsAround = mine.End.Latest >= theirs.End.Latest;
        return (isRightWhole && startsWithin && endsWithin, isLeftWhole && startsAround && endsAround) switch
        {
            (true, true) => CategoryRelation.Same,
            (true, false) => CategoryRelation.Within,
            (false, true) => CategoryRelation.Contains,
            _ => CategoryRelation.Overlapping,
        };
    }

    // Whether the date is a run of whole days from its earliest to its latest.
    private static bool TryWhole(UncertainDate date, out DateBounds bounds)
    {
        bounds = date.Bounds();
        return bounds.Start.Earliest is not null && bounds.End.Latest is not null
            && (date.Form == DateForm.Interval ? date.Level == 0 : date.Form == DateForm.Date && date.During(date) == Truth.Yes);
    }
}
