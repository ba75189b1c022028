using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;

namespace SlimRegeling.Verlening.Bezwaren;

/// <summary>
/// A person judges whether the objection can be dealt with. The days say whether it came in time; that it came late can be excused (6:11 Awb), that it
/// came in time cannot be denied. Where nobody can tell when it was posted, they judge that too (6:9 Awb). What it lacks stands in the way only when there was a chance to mend it (6:6 Awb).
/// </summary>
public static class OntvankelijkheidBeoordelen
{
    /// <param name="Grond">One of <see cref="Ontvankelijkheid"/>.</param>
    public sealed record Verzoek(string Grond, string Argument);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost(
                "/bezwaren/{bezwaar}/ontvankelijkheid",
                (string bezwaar, Verzoek verzoek, Bezwaarstap stap, Persoon persoon, CancellationToken ct) =>
                    stap.Doe(
                        bezwaar,
                        (b, versie, nu) =>
                            Beslis(
                                b,
                                verzoek,
                                () => stap.Bewaar(bezwaar, new Reden(verzoek.Argument.Trim())),
                                persoon.Onderwerp,
                                versie,
                                nu
                            ),
                        ct
                    )
            )
            .Geeft<Bijgewerkt>()
            .Voor(Rol.Beoordelaar);

    /// <param name="bewaar">Keeps the argument; called only when the judgment stands.</param>
    public static Beslissing Beslis(Bezwaar bezwaar, Verzoek verzoek, Func<Verwijzing> bewaar, string wie, Regelversie versie, Instant nu)
    {
        if (Bezwaarpoort.Weiger(bezwaar, wie, oordeelt: true) is { } weigering)
        {
            return weigering;
        }
        var berekend = Bezwaardagen.Tijdig(bezwaar, versie);
        IReadOnlyList<Fout> fouten = [.. Fouten(bezwaar, verzoek, berekend, nu)];
        return fouten.Count > 0
            ? Weigering.Invoer(fouten)
            : new OntvankelijkheidBeoordeeld(Ontvankelijkheid.Wel.Contains(verzoek.Grond), verzoek.Grond, berekend, bewaar(), wie, nu);
    }

    private static IEnumerable<Fout> Fouten(Bezwaar bezwaar, Verzoek verzoek, Tijdigheid berekend, Instant nu)
    {
        var teLaat = berekend == Tijdigheid.TeLaat;
        if (!Ontvankelijkheid.Wel.Contains(verzoek.Grond) && !Ontvankelijkheid.Niet.Contains(verzoek.Grond))
        {
            yield return new Fout(
                "grond",
                $"Kies uit {string.Join(", ", Ontvankelijkheid.Wel.Concat(Ontvankelijkheid.Niet))}.",
                "artikel 6:6 Awb"
            );
        }
        if (verzoek.Grond == Ontvankelijkheid.OpTijd && teLaat)
        {
            yield return new Fout(
                "grond",
                "Het bezwaar kwam na de laatste dag. Kies te-laat, of verschoonbaar-te-laat als dat de indiener niet is te verwijten.",
                "artikel 6:9 Awb"
            );
        }
        if (verzoek.Grond is Ontvankelijkheid.TeLaat or Ontvankelijkheid.Verschoonbaar && !teLaat && berekend != Tijdigheid.TeBeoordelen)
        {
            yield return new Fout("grond", "Het bezwaar kwam op tijd. Kies een andere grond.", "artikel 6:9 Awb");
        }
        if (verzoek.Grond == Ontvankelijkheid.NietHersteld)
        {
            if (bezwaar.Herstel is null)
            {
                yield return new Fout("grond", "Vraag eerst om herstel: de indiener krijgt die kans.", "artikel 6:6 Awb");
            }
            else if (bezwaar.Hersteltermijn is null || bezwaar.HerstelKanNog(nu))
            {
                yield return new Fout("grond", "De termijn om te herstellen is nog niet voorbij. Wacht die af.", "artikel 6:6 Awb");
            }
            else if (bezwaar.HersteldOp <= bezwaar.Hersteltermijn.Uiterlijk)
            {
                yield return new Fout("grond", "De indiener herstelde het bezwaar op tijd. Kies een andere grond.", "artikel 6:6 Awb");
            }
        }
        if (Ontvankelijkheid.Wel.Contains(verzoek.Grond) && bezwaar.Ontbreekt.Contains(Bezwaareis.Gronden))
        {
            yield return new Fout(
                "grond",
                "Het bezwaar heeft nog geen gronden. Vraag om herstel, of kies niet-hersteld als dat niet op tijd kwam.",
                "artikel 6:5 Awb"
            );
        }
        if (string.IsNullOrWhiteSpace(verzoek.Argument))
        {
            yield return new Fout("argument", "Schrijf waarom u dit vindt.", "artikel 7:12 Awb");
        }
    }
}
