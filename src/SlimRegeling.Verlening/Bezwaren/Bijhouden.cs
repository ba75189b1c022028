using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Verlening.Bezwaren;

/// <summary>What an employee notes in an objection on the way: others with an interest, and the advice of a committee.</summary>
public static class Bijhouden
{
    /// <param name="Belang">Which interest of theirs the decision touches (1:2 Awb).</param>
    public sealed record Partij(string Naam, string Belang, string? Adres = null, string? KvkNummer = null);

    /// <param name="Strekking">One of <see cref="Bezwaaruitkomst"/>.</param>
    public sealed record Advies(string Strekking, string Tekst);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost(
                "/bezwaren/{bezwaar}/partijen",
                (string bezwaar, Partij verzoek, Bezwaarstap stap, Persoon persoon, CancellationToken ct) =>
                    stap.Doe(bezwaar, (b, _, nu) => VoegToe(b, verzoek, () => stap.Bewaar(bezwaar, verzoek), persoon.Onderwerp, nu), ct)
            )
            .Geeft<Bijgewerkt>()
            .Voor(Rol.Beoordelaar);
        api.MapPost(
                "/bezwaren/{bezwaar}/advies",
                (string bezwaar, Advies verzoek, Bezwaarstap stap, Persoon persoon, CancellationToken ct) =>
                    stap.Doe(
                        bezwaar,
                        (b, _, nu) =>
                            Adviseer(b, verzoek, () => stap.Bewaar(bezwaar, new Reden(verzoek.Tekst.Trim())), persoon.Onderwerp, nu),
                        ct
                    )
            )
            .Geeft<Bijgewerkt>()
            .Voor(Rol.Beoordelaar);
    }

    /// <param name="bewaar">Keeps who it is; called only when they are added.</param>
    public static Beslissing VoegToe(Bezwaar bezwaar, Partij verzoek, Func<Verwijzing> bewaar, string wie, Instant nu) =>
        Bezwaarpoort.Weiger(bezwaar, wie, oordeelt: false) is { } weigering ? weigering
        : string.IsNullOrWhiteSpace(verzoek.Naam) ? Weigering.Invoer(new Fout("naam", "Schrijf wie belang heeft.", "artikel 1:2 Awb"))
        : string.IsNullOrWhiteSpace(verzoek.Belang) ? Weigering.Invoer(new Fout("belang", "Schrijf welk belang dat is.", "artikel 1:2 Awb"))
        : new PartijToegevoegd(bewaar(), wie, nu);

    /// <param name="bewaar">Keeps the text; called only when it is taken.</param>
    public static Beslissing Adviseer(Bezwaar bezwaar, Advies verzoek, Func<Verwijzing> bewaar, string wie, Instant nu) =>
        Bezwaarpoort.Weiger(bezwaar, wie, oordeelt: false) is { } weigering ? weigering
        : bezwaar.Commissie is null
            ? Weigering.Van(
                "geen-commissie",
                "Over dit bezwaar adviseert geen commissie. Leg eerst vast dat zij is ingesteld.",
                "artikel 7:13 Awb"
            )
        : !Bezwaaruitkomst.Alle.Contains(verzoek.Strekking)
            ? Weigering.Invoer(new Fout("strekking", $"Kies uit {string.Join(", ", Bezwaaruitkomst.Alle)}.", "artikel 7:13 Awb"))
        : string.IsNullOrWhiteSpace(verzoek.Tekst)
            ? Weigering.Invoer(new Fout("tekst", "Schrijf het advies over, met het verslag van het horen.", "artikel 7:13, zesde lid, Awb"))
        : new AdviesOntvangen(verzoek.Strekking, bewaar(), wie, nu);
}
