using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Verlening.Bezwaren;

/// <summary>What an employee notes of an appeal at the court against a decision on objection (8:1 Awb). It changes nothing by itself.</summary>
public static class BeroepNoteren
{
    /// <param name="Besluit">Number of the decision that the appeal is against.</param>
    /// <param name="Stand">One of <see cref="Beroepstand"/>.</param>
    /// <param name="Dag">On which it was so.</param>
    /// <param name="Toelichting">Court and case number there, and what it says.</param>
    /// <param name="Uitkomst">Of a judgment: one of <see cref="Beroepsuitkomst"/>.</param>
    public sealed record Verzoek(string Besluit, string Stand, LocalDate Dag, string Toelichting, string? Uitkomst = null);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost(
                "/bezwaren/{bezwaar}/beroep",
                (string bezwaar, Verzoek verzoek, Bezwaarstap stap, Persoon persoon, CancellationToken ct) =>
                    stap.Doe(
                        bezwaar,
                        (b, _, nu) =>
                            Beslis(b, verzoek, () => stap.Bewaar(bezwaar, new Reden(verzoek.Toelichting.Trim())), persoon.Onderwerp, nu),
                        ct
                    )
            )
            .Geeft<Bijgewerkt>()
            .Voor(Rol.Beoordelaar);

    /// <param name="bewaar">Keeps what was written; called only when it is noted.</param>
    public static Beslissing Beslis(Bezwaar bezwaar, Verzoek verzoek, Func<Verwijzing> bewaar, string wie, Instant nu)
    {
        if (Bezwaarpoort.Persoon(bezwaar, wie, oordeelt: false) is { } weigering)
        {
            return weigering;
        }
        if (bezwaar.Beslissing is null)
        {
            return Weigering.Van("nog-geen-beslissing", "Op dit bezwaar is nog niet beslist. Beroep kan pas daarna.", "artikel 7:1 Awb");
        }
        IReadOnlyList<Fout> fouten = [.. Fouten(bezwaar, verzoek, Moment.Dag(nu))];
        return fouten.Count > 0
            ? Weigering.Invoer(fouten)
            : new BeroepGenoteerd(bezwaar.Betreft!, verzoek.Besluit, verzoek.Stand, verzoek.Dag, verzoek.Uitkomst, bewaar(), wie, nu);
    }

    private static IEnumerable<Fout> Fouten(Bezwaar bezwaar, Verzoek verzoek, LocalDate vandaag)
    {
        var beslissing = bezwaar.Beslissingen.FirstOrDefault(b => b.Besluit == verzoek.Besluit);
        var eerder = bezwaar.Beroep.Where(b => b.Besluit == verzoek.Besluit).Select(b => b.Stand).ToList();
        if (beslissing is null)
        {
            yield return new Fout(
                "besluit",
                $"Kies het besluit waartegen het beroep is: {string.Join(", ", bezwaar.Beslissingen.Select(b => b.Besluit))}.",
                "artikel 8:1 Awb"
            );
        }
        if (!Beroepstand.Alle.Contains(verzoek.Stand))
        {
            yield return new Fout("stand", $"Kies uit {string.Join(", ", Beroepstand.Alle)}.", "artikel 8:1 Awb");
        }
        else if ((verzoek.Stand == Beroepstand.Ingesteld) == (eerder.Count > 0) || eerder.Count > 1)
        {
            yield return new Fout(
                "stand",
                eerder.Count switch
                {
                    0 => "Er is nog geen beroep genoteerd. Noteer eerst dat het is ingesteld.",
                    1 => "Dit beroep is al genoteerd. Noteer hoe het afliep.",
                    _ => "Van dit beroep is al genoteerd hoe het afliep.",
                },
                "artikel 8:1 Awb"
            );
        }
        if (verzoek.Dag > vandaag || verzoek.Dag < beslissing?.Besluitdatum)
        {
            yield return new Fout("dag", "Kies een dag na de beslissing op bezwaar, en niet in de toekomst.", "artikel 6:7 Awb");
        }
        if ((verzoek.Stand == Beroepstand.Uitspraak) != (verzoek.Uitkomst is not null))
        {
            yield return new Fout("uitkomst", "Kies bij een uitspraak, en alleen daar, wat de rechter besliste.", "artikel 8:70 Awb");
        }
        else if (verzoek.Uitkomst is { } uitkomst && !Beroepsuitkomst.Alle.Contains(uitkomst))
        {
            yield return new Fout("uitkomst", $"Kies uit {string.Join(", ", Beroepsuitkomst.Alle)}.", "artikel 8:70 Awb");
        }
        if (string.IsNullOrWhiteSpace(verzoek.Toelichting))
        {
            yield return new Fout("toelichting", "Schrijf welke rechter het is, met het zaaknummer daar.", "artikel 8:1 Awb");
        }
    }
}
