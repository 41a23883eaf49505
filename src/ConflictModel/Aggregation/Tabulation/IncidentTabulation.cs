using ConflictModel.Hierarchies;
using ConflictModel.Reconciliation;

namespace ConflictModel.Aggregation;

/// <summary>Makes tables of incidents, regions and kinds of the vocabulary.</summary>
public static class IncidentTabulation
{
    extension(IncidentKind kind)
    {
        /// <summary>The id of a kind of incident in tables: its name as the data set's JSON writes it (<c>airStrike</c>); the default for
        /// <see cref="IncidentKind.Unknown"/>.</summary>
        public KindId ToKindId() => kind == IncidentKind.Unknown
            ? default
            : KindId.From(JsonName.Of(kind));
    }

    extension(IncidentTableBuilder builder)
    {
        /// <summary>Defines regions, each with the level of its kind (countries 0, governorates 1, districts 2, sub-districts 3, towns 4; none
        /// for natural regions and zones), and declares which may share ground, by the rules of <see cref="RegionHierarchy"/>.</summary>
        /// <remarks>
        /// A table's region has one parent: the nearest administrative region that it lies within, or else the nearest region. With any other that it
        /// lies within and that does not hold that parent, it counts as sharing ground.
        /// </remarks>
        /// <exception cref="HierarchyCycleException">A region lies within itself.</exception>
        /// <exception cref="ArgumentException">Two regions bear one id, or one was defined otherwise before.</exception>
        public void DefineRegions(IEnumerable<Region> regions)
        {
            ArgumentNullException.ThrowIfNull(regions);
            new RegionTabulator(builder, regions.ToList()).Define();
        }

        /// <summary>
        /// Declares who was part, member or proxy of whom, or backed by whom, for the filters by actor: certainly on the days that the dates leave no doubt of, and
        /// perhaps on those that they leave open, by the rules of <see cref="ActorHierarchy"/>. Actors that the builder has not get a code.
        /// </summary>
        /// <param name="affiliations">The affiliations.</param>
        /// <param name="kinds">The kinds of link to follow; none for all but succession.</param>
        public void DeclareAffiliations(IEnumerable<Affiliation> affiliations, params ReadOnlySpan<AffiliationKind> kinds)
        {
            ArgumentNullException.ThrowIfNull(affiliations);
            AffiliationTabulator tabulator = new(builder);
            foreach (Affiliation affiliation in affiliations)
            {
                builder.CodeOf(affiliation.Actor);
                builder.CodeOf(affiliation.To);
                if (kinds.IsEmpty ? affiliation.Kind != AffiliationKind.SuccessorOf : kinds.Contains(affiliation.Kind))
                {
                    tabulator.Declare(affiliation);
                }
            }
        }

        /// <summary>Appends incidents with the people harmed in them; records that are declared to be one event become one row.</summary>
        /// <remarks>
        /// <para>Low, best and high are those that were printed. Where several reports count one harm they are what the policy makes of them: bounds,
        /// and no best. Of the victim groups a row has those that the one report's breakdowns name: the members of the first and of the
        /// second side, civilians, and victims called "unknown".</para>
        /// <para>The first side is the perpetrator, or else side A, or else the first of two participants, which is a label and no blame; the
        /// second side likewise. Several actors on one side are one coalition of their own, which belongs to each of them: a filter by any of
        /// them finds it, and grouping counts nobody twice. An incident in several regions lies in the smallest region that is known to hold them all.
        /// Source and date precision are stated where the reports have one source and the date is one day. An incident says nothing of dyads and active years.</para>
        /// </remarks>
        /// <param name="incidents">The incidents. All records of one event have to be among them.</param>
        /// <param name="policy">How several reports of one incident become one figure; their hull if none is given.</param>
        /// <returns>The incidents without a first or a last day. A row needs both, so these were not appended.</returns>
        public ValueList<IncidentId> AppendIncidents(IEnumerable<Incident> incidents, ReportPolicy? policy = null)
        {
            ArgumentNullException.ThrowIfNull(incidents);
            IncidentTabulator tabulator = new(builder, policy ?? ReportPolicy.Hull);
            List<IncidentId> undated = [];
            foreach (Incident incident in SameEvents.Merge(incidents))
            {
                if (!tabulator.TryAppend(incident))
                {
                    undated.Add(incident.Id);
                }
            }

            return undated.ToValueList();
        }
    }

    extension(ConflictDataset dataset)
    {
        /// <summary>A table of the data set's incidents, in order of date, with its actors, regions and affiliations.</summary>
        /// <param name="undated">The incidents without a first or a last day, which are not in the table.</param>
        /// <param name="splitAt">At whose edges an incident of several days is split.</param>
        /// <param name="policy">How several reports of one incident become one figure; their hull if none is given.</param>
        /// <exception cref="HierarchyCycleException">A region lies within itself.</exception>
        /// <exception cref="ArgumentException">Two regions bear one id.</exception>
        public IncidentTable ToTable(out ValueList<IncidentId> undated, CalendarUnit splitAt = CalendarUnit.None, ReportPolicy? policy = null)
        {
            IncidentTableBuilder builder = new(splitAt);
            builder.DefineRegions(dataset.Regions);
            foreach (Actor actor in dataset.Actors)
            {
                builder.CodeOf(actor.Id);
            }

            builder.DeclareAffiliations(dataset.Affiliations);
            undated = builder.AppendIncidents(dataset.Incidents, policy);
            return builder.ToTable();
        }
    }

    extension(IEnumerable<Incident> incidents)
    {
        /// <summary>A table of the incidents, in order of date.</summary>
        /// <param name="regions">The regions in which they lie, and those around.</param>
        /// <param name="undated">The incidents without a first or a last day, which are not in the table.</param>
        /// <param name="splitAt">At whose edges an incident of several days is split.</param>
        /// <param name="policy">How several reports of one incident become one figure; their hull if none is given.</param>
        /// <exception cref="HierarchyCycleException">A region lies within itself.</exception>
        /// <exception cref="ArgumentException">Two regions bear one id.</exception>
        public IncidentTable ToTable(
            IEnumerable<Region> regions, out ValueList<IncidentId> undated, CalendarUnit splitAt = CalendarUnit.None, ReportPolicy? policy = null)
        {
            IncidentTableBuilder builder = new(splitAt);
            builder.DefineRegions(regions);
            undated = builder.AppendIncidents(incidents, policy);
            return builder.ToTable();
        }
    }
}
