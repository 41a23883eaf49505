using ConflictModel.Reporting;

namespace ConflictModel.Tool.Tests.Output;

public class WordsTests
{
    [Fact]
    public void Kinds_and_roles_are_words_that_a_reader_knows()
    {
        Enum.GetValues<IncidentKind>().Select(Words.Of).Should().Equal(
            "unknown", "battle", "ambush", "armed attack", "explosion", "air strike", "shelling", "assassination", "execution", "abduction",
            "security operation", "violence against civilians", "protest", "riot", "strategic development", "state-based conflict",
            "non-state conflict", "one-sided violence");
        Enum.GetValues<InvolvementRole>().Select(Words.Of)
            .Should().Equal("participant", "side A", "side B", "perpetrator", "target", "associate");
        Words.Of(Harm.KilledOrWounded).Should().Be("killed or wounded");
    }
}
