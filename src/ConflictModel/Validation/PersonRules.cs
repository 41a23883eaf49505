using ConflictModel.Hierarchies;
using ConflictModel.Time;
using NodaTime;

namespace ConflictModel.Validation;

/// <summary>What one record of a person says can be true of one person.</summary>
/// <remarks>
/// No message quotes a name, a day or an age, nor names anybody: findings are read where the record must not be. The pointer tells where
/// to look.
/// </remarks>
internal sealed class PersonRules(FindingList findings, ConflictDataset dataset, RegionHierarchy regions)
{
    private readonly Dictionary<IncidentId, Incident> incidents = IncidentsOf(dataset);

    public void Check()
    {
        for (int i = 0; i < dataset.People.Count; i++)
        {
            Person person = dataset.People[i];
            JsonPointer at = JsonPointer.Root.Member("people").Item(i);
            Incident? incident = person.Incident is { } id ? incidents.GetValueOrDefault(id) : null;
            CheckAge(person, at);
            CheckBirth(person, incident, at);
            CheckVerification(person, at);
            CheckFate(person, at);
            if (incident is not null)
            {
                CheckDay(person, incident, at);
                CheckPlace(person, incident, at);
            }
        }
    }

    private static Dictionary<IncidentId, Incident> IncidentsOf(ConflictDataset dataset)
    {
        var incidents = new Dictionary<IncidentId, Incident>(dataset.Incidents.Count);
        foreach (Incident incident in dataset.Incidents)
        {
            incidents.TryAdd(incident.Id, incident);
        }

        return incidents;
    }

    private void CheckAge(Person person, JsonPointer at)
    {
        Age age = person.Age;
        if (age.Min > Age.Oldest || age.Max > Age.Oldest)
        {
            findings.Error(
                FindingCodes.ImpossibleAge,
                at.Member("age"),
                FormattableString.Invariant($"Nobody is older than {Age.Oldest} years; what stands here may be a year of birth."));
        }
        else if (age.Min > age.Max)
        {
            findings.Error(FindingCodes.ImpossibleAge, at.Member("age"), "The least age is above the greatest.");
        }
        else if ((person.AgeGroup == AgeGroup.Child && age.Group == AgeGroup.Adult)
            || (person.AgeGroup is AgeGroup.Adult or AgeGroup.Elderly && age.Group == AgeGroup.Child))
        {
            findings.Error(
                FindingCodes.AgeGroupDiffers,
                at.Member("ageGroup"),
                FormattableString.Invariant($"The age is not of this age group: children are under {Age.OfAge}."));
        }
    }

    private void CheckBirth(Person person, Incident? incident, JsonPointer at)
    {
        if (person.Born is not { } born || (person.Date ?? incident?.Date) is not { } harmed)
        {
            return;
        }

        if (harmed.Date.Before(born.Date) == Truth.Yes)
        {
            findings.Error(FindingCodes.BeforeBirth, at.Member("born"), "The person was harmed before the day of birth.");
            return;
        }

        // What is marked as doubtful is not sure enough to accuse.
        if (born.Date.Qualifiers != DateQualifiers.None || harmed.Date.Qualifiers != DateQualifiers.None)
        {
            return;
        }

        int? least = YearsBetween(born.Date.Latest, harmed.Date.Earliest, ofLeapDay: 0);
        int? most = YearsBetween(born.Date.Earliest, harmed.Date.Latest, ofLeapDay: 1);
        if (person.Age.CanBe && (person.Age.Max < least || person.Age.Min > most))
        {
            findings.Error(
                FindingCodes.ImpossibleAge, at.Member("age"), "Nobody who was born and harmed when the record says is of this age.");
        }
        else if (person.Age.Group == AgeGroup.Any && ((person.AgeGroup == AgeGroup.Child && least >= Age.OfAge)
            || (person.AgeGroup is AgeGroup.Adult or AgeGroup.Elderly && most < Age.OfAge)))
        {
            findings.Error(
                FindingCodes.AgeGroupDiffers,
                at.Member("ageGroup"),
                FormattableString.Invariant(
                    $"Nobody who was born and harmed when the record says is of this age group: children are under {Age.OfAge}."));
        }
    }

    // Whole years, as birthdays count them; whoever was born on a leap day turns a year on 28 February or on 1 March.
    private static int? YearsBetween(LocalDate? birth, LocalDate? day, int ofLeapDay)
    {
        if (birth is not { } born || day is not { } then)
        {
            return null;
        }

        int birthday = (born.Month * 100) + born.Day - (born is { Month: 2, Day: 29 } ? ofLeapDay : 0);
        return then.Year - born.Year - ((then.Month * 100) + then.Day < birthday ? 1 : 0);
    }

    private void CheckVerification(Person person, JsonPointer at)
    {
        if (person.Verification == Verification.Corroborated && Wordings.Default.Read(person.IndependentSources).Upper < 2)
        {
            findings.Warning(
                FindingCodes.FewSources,
                at.Member("independentSources"),
                "What is corroborated is borne out by two independent sources or more.");
        }
    }

    private void CheckFate(Person person, JsonPointer at)
    {
        if (person.Harm == Harm.Killed && person.Fate is Fate.Alive or Fate.InDetention)
        {
            findings.Error(FindingCodes.HarmsExclude, at.Member("fate"), "Whoever was killed is not alive.");
        }
    }

    private void CheckDay(Person person, Incident incident, JsonPointer at)
    {
        if (person.Date is not { } day)
        {
            return;
        }

        if (day.Date.Before(incident.Date.Date) == Truth.Yes)
        {
            findings.Error(
                FindingCodes.OutsideIncident,
                at.Member("date"),
                "The person was harmed before the incident in which it is said to have been.");
        }
        else if (day.Date.After(incident.Date.Date) == Truth.Yes)
        {
            // People die of their wounds; nobody is wounded or abducted in what is over.
            if (person.Harm is Harm.Killed or Harm.KilledOrWounded)
            {
                findings.Information(
                    FindingCodes.OutsideIncident, at.Member("date"), "The person died after the incident: of wounds, if it was there.");
            }
            else
            {
                findings.Error(
                    FindingCodes.OutsideIncident,
                    at.Member("date"),
                    "The person was harmed after the incident in which it is said to have been.");
            }
        }
    }

    private void CheckPlace(Person person, Incident incident, JsonPointer at)
    {
        ValueList<RegionId> here = person.Place?.Regions ?? default, there = incident.Place?.Regions ?? default;
        if (!here.IsEmpty && !there.IsEmpty && here.All(one => there.All(other => regions.Within(one, other) == Truth.No)))
        {
            findings.Error(
                FindingCodes.OutsideIncident,
                at.Member("place"),
                "The person was harmed elsewhere than the incident in which it is said to have been.");
        }
    }
}
