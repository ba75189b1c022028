using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using NodaTime.Text;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;
using SlimRegeling.Vaststelling.Steekproeven;
using SlimRegeling.Vaststelling.Voortgang;

namespace SlimRegeling.Vaststelling;

/// <summary>An assessor judges for each activity whether it was done, wholly or for a part, and so proposes what to settle.</summary>
public static class Beoordelen
{
    private const string Artikel = "4:46 Awb";

    /// <param name="ZonderSteekproef">Why no draw for the sample is waited for, of a case that no drawn list held; it stands in the letter.</param>
    /// <param name="Verlaging">What goes off beside what does not count; absent when nothing does.</param>
    public sealed record Verzoek(IReadOnlyList<Oordeel> Activiteiten, string? ZonderSteekproef = null, Verlagingsverzoek? Verlaging = null);

    /// <param name="Soort">A, B or C.</param>
    /// <param name="Uitgevoerd">Wholly, or for a part when one of the next is given.</param>
    /// <param name="Aantal">How many were completed, of an activity that is paid by the piece and was done for a part.</param>
    /// <param name="Bedrag">What counts, in euro, of any other activity that was done for a part.</param>
    public sealed record Oordeel(string Soort, bool Uitgevoerd, string Argument, int? Aantal = null, decimal? Bedrag = null);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost(
                "/verantwoordingen/{zaaknummer}/beoordeling",
                async (
                    Zaaknummer zaaknummer,
                    Verzoek verzoek,
                    Persoon persoon,
                    Stroom<Verantwoording> verantwoordingen,
                    Werkeenheid<VaststellingContext> eenheid,
                    Regelbron<VaststellingContext> regelbron,
                    Moment moment,
                    CancellationToken ct
                ) =>
                {
                    var regels = await regelbron.Nu(ct);
                    var lijst = await Populatie.GetrokkenLijst(eenheid.Sessie, zaaknummer.ToString(), ct);
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
                                moment.Nu,
                                lijst
                            ),
                        ct
                    );
                }
            )
            .Geeft<Bijgewerkt>()
            .Voor(Rol.Beoordelaar);

    /// <summary>
    /// Without proof only when none was asked or its term has passed; and less than the award only when proof was asked, so that the
    /// recipient could be heard; and the whole award without proof only after the sample, or for a reason. Judging again replaces an earlier proposal that
    /// is not settled. After an objection it is never less than what was settled before: who objects does not end worse off.
    /// </summary>
    /// <param name="bewaar">Keeps the arguments beside the stream; called only when the proposal stands.</param>
    /// <param name="lijst">Number of the drawn list that held the case; null when none did.</param>
    /// <param name="steekproefEerst">False of a proposal from before the sample had to come first.</param>
    public static Beslissing Beslis(
        string zaaknummer,
        Verantwoording verantwoording,
        Verzoek verzoek,
        Func<object, Verwijzing> bewaar,
        string wie,
        Regelstanden regels,
        Instant nu,
        string? lijst = null,
        bool steekproefEerst = true
    )
    {
        if ((Stand.Open(verantwoording, nu) ?? Stand.Persoon(verantwoording, wie)) is { } weigering)
        {
            return weigering;
        }
        var opening = verantwoording.Opening!;
        if (verantwoording.Bewijs is null && verantwoording.WachtOpBrief(Laatstedag.Bewijs))
        {
            return Weigering.Van(
                "wacht-op-bewijs",
                "De brief waarin wij om bewijs vragen is nog niet verzonden. De termijn begint de dag daarna. Wacht die af.",
                "7.4, eerste lid, Kaderregeling"
            );
        }
        if (verantwoording is { Steekproef: { } steekproef, Bewijs: null } && Moment.Dag(nu) <= steekproef.Uiterlijk)
        {
            return Weigering.Van(
                "wacht-op-bewijs",
                $"De ontvanger mag tot en met {LocalDatePattern.Iso.Format(steekproef.Uiterlijk)} bewijs geven. Beoordeel daarna, of zodra het bewijs er is.",
                "7.4, eerste lid, Kaderregeling"
            );
        }
        var versie = regels.Versie(opening.Regelversie, nu);
        if (Invoer(opening, verzoek, versie) is { Count: > 0 } fouten)
        {
            return Weigering.Invoer(fouten);
        }
        string[] uitgevoerd = [.. verzoek.Activiteiten.Where(a => a.Uitgevoerd).Select(a => a.Soort).Order(StringComparer.Ordinal)];
        string[] niet = [.. verzoek.Activiteiten.Where(a => !a.Uitgevoerd).Select(a => a.Soort).Order(StringComparer.Ordinal)];
        Oordeel[] deels = [.. verzoek.Activiteiten.Where(Deeloordeel.Is)];
        var verlaging = Verlagingen.Van(verzoek.Verlaging);
        if ((niet.Length + deels.Length > 0 || verlaging is not null) && verantwoording.Steekproef is null)
        {
            return Weigering.Van(
                "vraag-eerst-bewijs",
                "Lager vaststellen kan pas als de ontvanger om bewijs is gevraagd. Zet de zaak eerst in de steekproef.",
                "2.24, eerste lid"
            );
        }
        var grond = steekproefEerst && Steekproefeis.Geldt(verantwoording, versie) ? new Steekproefgrond(lijst) : null;
        if (grond is { Lijst: null } && string.IsNullOrWhiteSpace(verzoek.ZonderSteekproef))
        {
            return Steekproefeis.Eerst;
        }
        Gedeeltelijk? gedeeltelijk = null;
        if (deels.Length > 0)
        {
            if (Vaststellingsbedrag.Aandelen(opening, [.. uitgevoerd.Except(deels.Select(d => d.Soort))]) is not { } aandelen)
            {
                return AandelenOnbekend;
            }
            if (Deeloordeel.TeVeel(verzoek.Activiteiten, aandelen) is { Count: > 0 } teVeel)
            {
                return Weigering.Invoer(teVeel);
            }
            gedeeltelijk = Deeloordeel.Van(deels, aandelen, versie);
        }
        if (Vaststellingsbedrag.Bereken(opening, uitgevoerd, gedeeltelijk?.PerActiviteit) is not { } berekend)
        {
            return AandelenOnbekend;
        }
        if (Verlagingen.TeVeel(verlaging, berekend) is { } meerDanErIs)
        {
            return Weigering.Invoer(meerDanErIs);
        }
        var bedrag = Math.Max(verlaging?.Na(berekend) ?? berekend, verantwoording.Vaststelling?.Bedrag ?? 0);
        var argumenten = bewaar(Teksten(verzoek, grond));
        var hash = Voorstelhash.Van(
            zaaknummer,
            verantwoording,
            bedrag,
            uitgevoerd,
            niet,
            argumenten,
            wie,
            nu,
            gedeeltelijk: gedeeltelijk,
            steekproef: grond,
            verlaging: verlaging
        );
        return new Voorgesteld(
            hash,
            bedrag,
            uitgevoerd,
            niet,
            argumenten,
            wie,
            nu,
            versie.Id,
            versie.Hash,
            Gedeeltelijk: gedeeltelijk,
            Steekproef: grond,
            Verlaging: verlaging
        );
    }

    /// <summary>The arguments by activity, without the reasons that are kept with them.</summary>
    public static Dictionary<string, string>? PerActiviteit(IReadOnlyDictionary<string, string>? argumenten) =>
        argumenten
            ?.Where(a => a.Key is not (Steekproefeis.Redensleutel or Verlagingen.Redensleutel))
            .ToDictionary(a => a.Key, a => a.Value);

    private static Dictionary<string, string> Teksten(Verzoek verzoek, Steekproefgrond? grond)
    {
        var teksten = verzoek.Activiteiten.ToDictionary(a => a.Soort, a => a.Argument);
        if (grond is { Lijst: null })
        {
            teksten[Steekproefeis.Redensleutel] = verzoek.ZonderSteekproef!.Trim();
        }
        if (verzoek.Verlaging is { } verlaging)
        {
            teksten[Verlagingen.Redensleutel] = verlaging.Reden.Trim();
        }
        return teksten;
    }

    /// <summary>What gave this proposal, to compute it again: the words of an argument change nothing in it.</summary>
    public static Verzoek Opnieuw(Voorgesteld voorstel) =>
        new(
            [
                .. voorstel.Uitgevoerd.Select(soort => Opnieuw(soort, voorstel.Gedeeltelijk)),
                .. voorstel.NietUitgevoerd.Select(soort => new Oordeel(soort, false, "-")),
            ],
            "-",
            Verlagingen.Opnieuw(voorstel.Verlaging)
        );

    private static Oordeel Opnieuw(string soort, Gedeeltelijk? gedeeltelijk) =>
        gedeeltelijk is null || !gedeeltelijk.PerActiviteit.TryGetValue(soort, out var bedrag) ? new(soort, true, "-")
        : gedeeltelijk.Aantallen.TryGetValue(soort, out var aantal) ? new(soort, true, "-", aantal)
        : new(soort, true, "-", Bedrag: bedrag);

    private static Weigering AandelenOnbekend =>
        Weigering.Van(
            "aandelen-onbekend",
            "Bij de verlening is niet vastgelegd welk deel van de subsidie bij elke activiteit hoort. Leg de zaak voor aan de regelbeheerder.",
            Artikel
        );

    private static List<Fout> Invoer(Opengesteld opening, Verzoek verzoek, Regelversie versie) =>
        [
            .. Stand.Activiteiten(opening, [.. verzoek.Activiteiten.Select(a => a.Soort)], Artikel),
            .. verzoek
                .Activiteiten.Select((oordeel, i) => (oordeel, i))
                .Where(x => string.IsNullOrWhiteSpace(x.oordeel.Argument))
                .Select(x => new Fout($"activiteiten[{x.i}].argument", "Schrijf op waarom u dit vindt.", Artikel)),
            .. verzoek.Activiteiten.SelectMany((oordeel, i) => Deeloordeel.Fouten(oordeel, $"activiteiten[{i}]", versie)),
            .. Verlagingen.Fouten(verzoek.Verlaging),
        ];
}
