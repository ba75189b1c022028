using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;

namespace SlimRegeling.Aanvragen;

/// <summary>What stands in the way of submitting a form, whatever the moment: said beforehand and at the door alike.</summary>
/// <param name="Fouten">Empty when nothing does.</param>
/// <param name="Berekening">What is asked; null when something does.</param>
internal sealed record Indieningscontrole(IReadOnlyList<Fout> Fouten, Berekening? Berekening)
{
    /// <param name="aanvrager">KVK number of who applies.</param>
    public static Indieningscontrole Van(Formulier formulier, string aanvragertype, Regelversie versie, string aanvrager)
    {
        if (Formuliercontrole.BijIndienen(formulier, versie, aanvragertype, aanvrager) is { Count: > 0 } fouten)
        {
            return new(fouten, null);
        }
        var plan = formulier.Regelplan(aanvragertype);
        var berekening = Subsidieberekening.Bereken(versie, plan);
        if (Gegevenscontrole.Aandelen("partijen", plan, versie, berekening.ExternEnLoon) is { } aandelen)
        {
            return new([aandelen], null);
        }
        return berekening.Subsidiebedrag <= 0m ? new([Niets(versie, plan)], null) : new([], berekening);
    }

    /// <summary>Why nothing can be granted: the first requirement that is not met, else that nothing is asked.</summary>
    private static Fout Niets(Regelversie versie, Plan plan) =>
        Beoordeling
            .Van(versie, plan, Feiten.Geen)
            .Toetsen.FirstOrDefault(t => t.Uitkomst == Toetsuitkomst.NietVoldaan && t.Code != Grondcode.EisenRegeling)
            is { } toets
            ? new Fout(Overnemen.Veld(toets.Code), $"Met deze gegevens is de subsidie € 0,00. {toets.Uitleg}", $"artikel {toets.Artikel}")
            : new Fout(
                "activiteiten",
                "Met deze gegevens is de subsidie € 0,00. Vul in wat uw activiteiten kosten.",
                $"artikel {versie.Post(Postcode.Subsidie).Artikel}"
            );
}
