using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;

namespace SlimRegeling.Verlening.Wijzigen;

/// <summary>
/// What a shift in the budget makes of the items of an award, by which what is declared is compared at the settlement (7.8, second paragraph,
/// Kaderregeling). Who does not tell between which items of an activity it shifts, leaves them unknown: then the activity is compared as a whole.
/// </summary>
internal static class Postverschuiving
{
    private const string Veld = "posten";
    private const decimal Cent = 0.01m;

    /// <summary>Null when they are known of no activity.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, decimal>>? Van(
        Verleend was,
        Wijzigingsvraag vraag,
        Regelversie versie
    )
    {
        var wordt = new Dictionary<string, IReadOnlyDictionary<string, decimal>>(StringComparer.Ordinal);
        foreach (var activiteit in was.Activiteiten)
        {
            if (Van(was, vraag, versie, activiteit) is { } posten)
            {
                wordt[activiteit] = posten;
            }
        }
        return wordt.Count > 0 ? wordt : null;
    }

    /// <summary>
    /// Of what is told: items of costs, of an awarded activity that is paid by its costs, which come to what it weighs. That weight is in cents and follows
    /// from more than one sum of costs.
    /// </summary>
    public static IEnumerable<Fout> Fouten(Verleend was, Wijzigingsvraag vraag, string aanvragertype, Regelversie versie)
    {
        var aandelen = vraag.Aandelen ?? was.Aandelen;
        var percentage = Vaststellingsberekening.Percentage(versie, aanvragertype, was.SubsidiabeleKosten, was.Aandelen);
        foreach (var (activiteit, posten) in vraag.Posten ?? new Dictionary<string, IReadOnlyDictionary<string, decimal>>())
        {
            if (!was.Activiteiten.Contains(activiteit) || !Vaststellingsberekening.HeeftKosten(versie, activiteit))
            {
                yield return new(Veld, $"Activiteit '{activiteit}' heeft geen posten om te verschuiven. Laat haar weg.");
            }
            else if (posten.Keys.FirstOrDefault(p => !Begrotingspost.Kosten.Contains(p)) is { } vreemd)
            {
                yield return new(Veld, $"'{vreemd}' is geen post met kosten. Kies uit {string.Join(", ", Begrotingspost.Kosten)}.");
            }
            else if (posten.Values.Any(b => b < 0m))
            {
                yield return new(Veld, $"Een post van activiteit {activiteit} is onder nul. Vul nul of meer in.");
            }
            else if (percentage is not { } deel || aandelen?.TryGetValue(activiteit, out var aandeel) != true)
            {
                yield return new(
                    Veld,
                    $"Bij uw verlening staat niet wat activiteit {activiteit} weegt. Laat haar posten weg en noem ze bij uw reden."
                );
            }
            else if (Math.Abs(Getal.Centen(Vaststellingsberekening.MetToeslag(versie, posten.Values.Sum()) * deel / 100m) - aandeel) > Cent)
            {
                yield return new(
                    Veld,
                    $"De posten van activiteit {activiteit} zijn samen {Getal.Euro(Samen(aandeel, deel, versie))}, zonder opslag. Dat volgt uit wat zij weegt in de subsidie."
                );
            }
        }
    }

    private static IReadOnlyDictionary<string, decimal>? Van(Verleend was, Wijzigingsvraag vraag, Regelversie versie, string activiteit)
    {
        if (vraag.Posten?.GetValueOrDefault(activiteit) is { } verteld)
        {
            return verteld;
        }
        if (was.Posten?.GetValueOrDefault(activiteit) is not { } posten)
        {
            return null;
        }
        decimal? aandeel = vraag.Aandelen?.TryGetValue(activiteit, out var wordt) == true ? wordt : null;
        if (Begrotingspost.VanStuks(versie, activiteit) is { } stuks)
        {
            // A fixed amount weighs what it is.
            return aandeel is { } bedrag ? new Dictionary<string, decimal> { [stuks] = bedrag } : posten;
        }
        // An item is of all parties together: what shifts between them alone leaves it as it is.
        var zelfde = aandeel is null
            ? vraag.Posten is not null || vraag.Partijen is not null
            : aandeel == was.Aandelen?.GetValueOrDefault(activiteit);
        return zelfde ? posten : null;
    }

    private static decimal Samen(decimal aandeel, decimal percentage, Regelversie versie) =>
        Getal.Centen(aandeel * 100m / percentage * 100m / (100m + versie[Parameters.ToeslagOverig]));
}
