using Cell = ConflictModel.Reporting.ActorMatrix.Cell;
using Party = ConflictModel.Reporting.ActorMatrix.Party;
using PartyKind = ConflictModel.Reporting.ActorMatrix.PartyKind;

namespace ConflictModel.Reporting;

/// <summary>What a report calls the rows, the columns and the cells of a matrix.</summary>
internal sealed class PartyNames(ReportVoice voice, RecordNames names)
{
    public string Perpetrator(Party party) => party.Kind switch
    {
        PartyKind.Actors when party.Actors.Count > 1 => voice.Fill(voice.Texts.TogetherOrOneOf, names.Of(party.Actors)),
        PartyKind.Actors => names.Of(party.Actors),
        PartyKind.Disputed => voice.Fill(voice.Texts.AccountsDiffer, names.Of(party.Actors)),
        PartyKind.Fighting => voice.Fill(voice.Texts.InFightingOf, names.Of(party.Actors)),
        _ => voice.Texts.NotSaidByWhom,
    };

    public string Victim(Party party) => party.Kind switch
    {
        PartyKind.Actors => names.Of(party.Actors),
        PartyKind.Civilians => voice.Texts.Civilians,
        PartyKind.Called => voice.Isolated(party.Role!),
        PartyKind.Unidentified => voice.Texts.Unidentified,
        _ => voice.Texts.NotDescribed,
    };

    public string Of(Cell cell)
    {
        string bounds = voice.Of(cell.Bounds);
        return cell.Best is { } best && !cell.Bounds.IsSingle ? voice.Fill(voice.Texts.WithBest, bounds, voice.Number(best)) : bounds;
    }
}
