using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using NodaTime.Text;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Vaststelling;

/// <summary>An assessor judges for each activity whether it was done, and so proposes what to settle.</summary>
public static class Beoordelen
{
    private const string Artikel = "4:46 Awb";

    public sealed record Verzoek(IReadOnlyList<Oordeel> Activiteiten);

    /// <param name="Soort">A, B or C.</param>
    public sealed record Oordeel(string Soort, bool Uitgevoerd, string Argument);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost(
                "/verantwoordingen/{zaaknummer}/beoordeling",
                async (
                    Zaaknummer zaaknummer,
                    Verzoek verzoek,
                    Persoon persoon,
                    Stroom<Verantwoording> verantwoordingen,
                    Regelbron<VaststellingContext> regelbron,
                    Moment moment,
                    CancellationToken ct
                ) =>
                {
                    var regels = await regelbron.Nu(ct);
                    return await verantwoordingen.Schrijf(
                        zaaknummer,
                        verantwoording =>
                            Beslis(
                                zaaknummer,
                                verantwoording,
                                verzoek,
                                inhoud => verantwoordingen.Bewaar(zaaknummer, inhoud),
                                persoon.Onderwerp,
                                regels,
                                moment.Nu
                            ),
                        ct
                    );
                }
            )
            .Geeft<Bijgewerkt>()
            .Voor(Rol.Beoordelaar);

    /// <summary>
    /// Without proof only when none was asked or its term has passed; and less than the award only when proof was asked, so that the
    /// recipient could be heard. Judging again replaces an earlier proposal that is not settled. After an objection it is never less than what was
    /// settled before: who objects does not end worse off.
    /// </summary>
    /// <param name="bewaar">Keeps the arguments beside the stream; called only when the proposal stands.</param>
    public static Beslissing Beslis(
        string zaaknummer,
        Verantwoording verantwoording,
        Verzoek verzoek,
        Func<object, Verwijzing> bewaar,
        string wie,
        Regelstanden regels,
        Instant nu
    )
    {
        if ((Stand.Open(verantwoording, nu) ?? Stand.Persoon(verantwoording, wie)) is { } weigering)
        {
            return weigering;
        }
        var opening = verantwoording.Opening!;
        if (verantwoording is { Steekproef: { } steekproef, Bewijs: null } && Moment.Dag(nu) <= steekproef.Uiterlijk)
        {
            return Weigering.Van(
                "wacht-op-bewijs",
                $"De ontvanger mag tot en met {LocalDatePattern.Iso.Format(steekproef.Uiterlijk)} bewijs geven. Beoordeel daarna, of zodra het bewijs er is.",
                "7.4, eerste lid, Kaderregeling"
            );
        }
        if (Invoer(opening, verzoek) is { Count: > 0 } fouten)
        {
            return Weigering.Invoer(fouten);
        }
        string[] uitgevoerd = [.. verzoek.Activiteiten.Where(a => a.Uitgevoerd).Select(a => a.Soort).Order(StringComparer.Ordinal)];
        string[] niet = [.. verzoek.Activiteiten.Where(a => !a.Uitgevoerd).Select(a => a.Soort).Order(StringComparer.Ordinal)];
        if (niet.Length > 0 && verantwoording.Steekproef is null)
        {
            return Weigering.Van(
                "vraag-eerst-bewijs",
                "Lager vaststellen kan pas als de ontvanger om bewijs is gevraagd. Zet de zaak eerst in de steekproef.",
                "2.24, eerste lid"
            );
        }
        if (Vaststellingsbedrag.Bereken(opening, uitgevoerd) is not { } berekend)
        {
            return Weigering.Van(
                "aandelen-onbekend",
                "Bij de verlening is niet vastgelegd welk deel van de subsidie bij elke activiteit hoort. Leg de zaak voor aan de regelbeheerder.",
                Artikel
            );
        }
        var bedrag = Math.Max(berekend, verantwoording.Vaststelling?.Bedrag ?? 0);
        var versie = regels.Versie(opening.Regelversie, nu);
        var argumenten = bewaar(verzoek.Activiteiten.ToDictionary(a => a.Soort, a => a.Argument));
        var hash = Voorstelhash.Van(zaaknummer, verantwoording, bedrag, uitgevoerd, niet, argumenten, wie, nu);
        return new Voorgesteld(hash, bedrag, uitgevoerd, niet, argumenten, wie, nu, versie.Id, versie.Hash);
    }

    private static List<Fout> Invoer(Opengesteld opening, Verzoek verzoek) =>
        [
            .. Stand.Activiteiten(opening, [.. verzoek.Activiteiten.Select(a => a.Soort)], Artikel),
            .. verzoek
                .Activiteiten.Select((oordeel, i) => (oordeel, i))
                .Where(x => string.IsNullOrWhiteSpace(x.oordeel.Argument))
                .Select(x => new Fout($"activiteiten[{x.i}].argument", "Schrijf op waarom u dit vindt.", Artikel)),
        ];
}
