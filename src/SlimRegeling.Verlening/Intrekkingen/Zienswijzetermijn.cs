using NodaTime;
using SlimRegeling.Berichten.Dossiers;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Verlening.Intrekkingen;

/// <summary>
/// Telling the recipient what is meant starts the term to say what they think of it, when they are heard. Sending it once more does not start it again.
/// </summary>
internal static class Zienswijzetermijn
{
    /// <summary>As Dossiers calls the letter.</summary>
    private const string Brief = "intrekking-voornemen";

    public static Beslissing Hoor(Verlening? verlening, BriefVerzondenBericht bericht, Regelstanden regels) =>
        verlening?.Intrekking is { Voorstel: { NietGehoord: null } voorstel, Termijn: null }
        && bericht.Soort == Brief
        && bericht.Brief == $"{voorstel.Intrekking}-{Brief}"
            ? Start(voorstel.Intrekking, regels.Versie(voorstel.Regelversie, bericht.Op), bericht.VerzondenOp, bericht.Op)
            : Beslissing.Geen;

    public static ZienswijzetermijnGestart Start(string intrekking, Regelversie versie, LocalDate verzondenOp, Instant op) =>
        new(intrekking, verzondenOp, Termijnen.Einde(versie, Termijncode.ZienswijzeIntrekking, verzondenOp), versie.Id, versie.Hash, op);
}
