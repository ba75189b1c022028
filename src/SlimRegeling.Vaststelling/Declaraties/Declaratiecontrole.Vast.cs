using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;

namespace SlimRegeling.Vaststelling.Declaraties;

// The lines that are paid by the piece: a trajectory, a placement.
internal static partial class Declaratiecontrole
{
    private const decimal WekenVanEenJaar = 53m;

    private static IEnumerable<Fout> Traject(Kostenregel regel, Regelversie versie, bool zonderGegevens)
    {
        if (regel.Activiteit != nameof(Activiteitsoort.B) || Vaststellingsberekening.BedragPerTraject(versie) is null)
        {
            yield return new("soort", "Een traject met een vast bedrag hoort bij activiteit B, voor zover uw regels dat bedrag kennen.");
        }
        if (regel.AfgerondOp is null)
        {
            yield return new("afgerondOp", "Geef de dag waarop het traject was afgerond.");
        }
        if (zonderGegevens)
        {
            yield break;
        }
        if (string.IsNullOrWhiteSpace(regel.Medewerker))
        {
            yield return new(
                "medewerker",
                "Schrijf wie het traject volgde: een naam of een personeelsnummer.",
                Bewijsartikel(versie, "prestatieverklaringen")
            );
        }
        if (regel.Documenten is not { Count: > 0 })
        {
            yield return new(
                "documenten",
                "Voeg bij dit traject de prestatieverklaring toe, getekend door de adviseur en de deelnemer.",
                Bewijsartikel(versie, "prestatieverklaringen")
            );
        }
    }

    private static IEnumerable<Fout> Praktijkleerplaats(Kostenregel regel, Regelversie versie, bool zonderGegevens)
    {
        if (regel.Activiteit != nameof(Activiteitsoort.D) || Vaststellingsberekening.BedragVoorWeken(versie, 1m) is null)
        {
            yield return new("soort", "Een praktijkleerplaats hoort bij activiteit D, voor zover uw regels die kennen.");
        }
        if (regel.Weken is not (> 0m and <= WekenVanEenJaar))
        {
            yield return new("weken", "Geef het aantal weken waarin de plaats is gebruikt.");
        }
        if (zonderGegevens)
        {
            yield break;
        }
        if (string.IsNullOrWhiteSpace(regel.Medewerker))
        {
            yield return new(
                "medewerker",
                "Schrijf wie de plaats gebruikte: een naam of een personeelsnummer.",
                Bewijsartikel(versie, "gebruik-praktijkleerplaatsen")
            );
        }
        if (regel.Documenten is not { Count: > 0 })
        {
            yield return new(
                "documenten",
                "Voeg bij deze praktijkleerplaats de overeenkomst toe.",
                Bewijsartikel(versie, "gebruik-praktijkleerplaatsen")
            );
        }
    }

    private static string? Bewijsartikel(Regelversie versie, string code) => versie.Verantwoording.GetValueOrDefault(code)?.Artikel;
}
