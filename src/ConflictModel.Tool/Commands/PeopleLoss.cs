using ConflictModel.Interchange;
using ConflictModel.Serialization;
using ConflictModel.Tool.Output;

namespace ConflictModel.Tool.Commands;

/// <summary>What a converted file lacks of the people of a data set: no format but the data set's own holds them.</summary>
internal static class PeopleLoss
{
    /// <summary>Writes what of the people may be told and is lost, or says how many are written in part.</summary>
    /// <param name="input">The file that was read.</param>
    /// <param name="dataset">What was to be written.</param>
    /// <param name="to">The format; null for a data set file.</param>
    /// <param name="isWhole">Whether the records were written whole on purpose.</param>
    /// <param name="losses">Where losses go; null if nobody asked.</param>
    public static void Tell(string input, ConflictDataset dataset, EventFormat? to, bool isWhole, LossFile? losses)
    {
        if (to is not null)
        {
            foreach (Person person in losses is null ? [] : dataset.People)
            {
                foreach ((JsonPointer field, string was, _) in RecordFields.Lost(person, null))
                {
                    losses!.Write(new() { Person = person.Id, Field = field, Was = was });
                }
            }
        }
        else if (!isWhole && dataset.People.Count(person => person.Publication != Publication.Public) is > 0 and int count)
        {
            string records = Counted.Of(count, "record of a person is", "records of people are");
            StandardText.Error.WriteLine(
                $"{DatasetInput.NameOf(input)}: {records} written without what is withheld; --with-withheld writes all of it.");
        }
    }
}
