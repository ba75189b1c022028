using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Dossiers;

/// <summary>
/// The rule version of a letter. The requests for a completion and for proof, and a reminder, do not name theirs: they follow that of the case, or, before that was
/// heard of, of the day.
/// </summary>
internal static class Regelkeuze
{
    /// <param name="zaak">Null when it was not heard of.</param>
    public static string Van(Briefopdracht opdracht, Zaak? zaak) =>
        opdracht.Verlening?.Regelversie
        ?? opdracht.Afwijzing?.Regelversie
        ?? opdracht.BuitenBehandeling?.Regelversie
        ?? opdracht.Vaststelling?.Regelversie
        ?? opdracht.Bezwaarontvangst?.Regelversie
        ?? opdracht.Bezwaarherstel?.Regelversie
        ?? opdracht.Hoorzitting?.Regelversie
        ?? opdracht.Beslistermijn?.Regelversie
        ?? opdracht.Bezwaarbeslissing?.Regelversie
        ?? opdracht.Herstel?.Regelversie
        ?? opdracht.Wijziging?.Regelversie
        ?? opdracht.Voorschot?.Regelversie
        ?? opdracht.Vertraging?.Regelversie
        ?? opdracht.Vaststellingsvertraging?.Regelversie
        ?? opdracht.Wijzigingsvertraging?.Regelversie
        ?? opdracht.Intrekkingsvoornemen?.Regelversie
        ?? opdracht.Intrekking?.Regelversie
        ?? zaak?.Regelversie
        ?? Regelboek.Laad().Last(v => v.Vanaf <= Moment.Dag(opdracht.Op)).Id;
}
