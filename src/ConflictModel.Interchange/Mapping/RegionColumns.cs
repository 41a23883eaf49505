namespace ConflictModel.Interchange;

/// <summary>Where a file names the regions that an event lies in; -1 for a column that it hasn't.</summary>
/// <param name="World">The part of the world, which has no level.</param>
/// <param name="Country">The country.</param>
/// <param name="Code">The data set's code of the country.</param>
/// <param name="Adm1">The first level below.</param>
/// <param name="Adm2">The second level.</param>
/// <param name="Adm3">The third level.</param>
/// <param name="Natural">The place, which may be an area that crosses the first level, where the row names no level below the
/// country.</param>
internal readonly record struct RegionColumns(int World, int Country, int Code, int Adm1, int Adm2, int Adm3, int Natural);
