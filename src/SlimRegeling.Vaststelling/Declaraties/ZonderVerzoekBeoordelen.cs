using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;
using SlimRegeling.Vaststelling.Voortgang;

namespace SlimRegeling.Vaststelling.Declaraties;

/// <summary>
/// The last term passed without a declaration: an assessor proposes what to settle without one (4:44, fourth paragraph, and 4:47, under b, Awb). Nobody
/// accounted for the subsidy, so it is no more than what could be established otherwise (4:46, second paragraph, under b, Awb), down to nil.
/// </summary>
public static class ZonderVerzoekBeoordelen
{
    /// <summary>By which it is settled.</summary>
    internal const string Artikel = "4:44, vierde lid, Awb";

    private const string Lager = "4:46, tweede lid, onderdeel b, Awb";

    public sealed record Verzoek(IReadOnlyList<Oordeel> Activiteiten);

    /// <param name="Soort">A, B, C or D.</param>
    /// <param name="Bedrag">What of the subsidy for it could be established, in euro; 0.00 when nothing was.</param>
    /// <param name="Argument">Why; it stands in the letter.</param>
    public sealed record Oordeel(string Soort, decimal Bedrag, string Argument);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost(
                "/verantwoordingen/{zaaknummer}/ambtshalve-beoordeling",
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
    /// Judging again replaces an earlier proposal that is not settled. After an objection it is never less than what was settled before: who objects does
    /// not end worse off.
    /// </summary>
    /// <param name="bewaar">Keeps the arguments beside the stream; called only when the proposal stands.</param>
    /// <param name="wie">Pseudonym.</param>
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
        if ((Stand.TeBeoordelen(verantwoording) ?? Stand.Persoon(verantwoording, wie) ?? Wacht(verantwoording, nu)) is { } weigering)
        {
            return weigering;
        }
        var opening = verantwoording.Opening!;
        if (Invoer(opening, verzoek) is { Count: > 0 } fouten)
        {
            return Weigering.Invoer(fouten);
        }
        var zonder = new ZonderVerzoek(
            verantwoording.Verzoektermijn!.Uiterlijk,
            verzoek.Activiteiten.OrderBy(a => a.Soort, StringComparer.Ordinal).ToDictionary(a => a.Soort, a => a.Bedrag)
        );
        string[] uitgevoerd = [.. zonder.PerActiviteit.Where(a => a.Value > 0).Select(a => a.Key)];
        string[] niet = [.. zonder.PerActiviteit.Where(a => a.Value == 0).Select(a => a.Key)];
        var bedrag = Math.Max(zonder.PerActiviteit.Values.Sum(), verantwoording.Vaststelling?.Bedrag ?? 0);
        var versie = regels.Versie(opening.Regelversie, nu);
        var argumenten = bewaar(verzoek.Activiteiten.ToDictionary(a => a.Soort, a => a.Argument));
        var hash = Voorstelhash.Van(zaaknummer, verantwoording, bedrag, uitgevoerd, niet, argumenten, wie, nu, zonder: zonder);
        return new Voorgesteld(hash, bedrag, uitgevoerd, niet, argumenten, wie, nu, versie.Id, versie.Hash, ZonderVerzoek: zonder);
    }

    private static Weigering? Wacht(Verantwoording verantwoording, Instant nu) =>
        verantwoording switch
        {
            { Declaratie: not null } => VerzoektermijnStellen.Ingediend,
            { Verzoektermijn: null } => Weigering.Van(
                "geen-laatste-termijn",
                "De ontvanger heeft nog geen laatste termijn om de vaststelling te vragen. Stel die eerst.",
                "4:44, derde lid, Awb"
            ),
            _ when verantwoording.WachtOpBrief(Laatstedag.LaatsteTermijn) => Weigering.Van(
                "wacht-op-verzoek",
                "De brief met de laatste termijn is nog niet verzonden. De termijn begint de dag daarna. Wacht die af.",
                Artikel
            ),
            { Verzoektermijn: { } gesteld } when Moment.Dag(nu) <= gesteld.Uiterlijk => Weigering.Van(
                "wacht-op-verzoek",
                $"De ontvanger kan de vaststelling nog vragen tot en met {Datumtekst.Van(gesteld.Uiterlijk)}. Beoordeel daarna.",
                Artikel
            ),
            _ => null,
        };

    private static List<Fout> Invoer(Opengesteld opening, Verzoek verzoek)
    {
        var fouten = Stand.Activiteiten(opening, [.. verzoek.Activiteiten.Select(a => a.Soort)], Lager).ToList();
        foreach (var (oordeel, i) in verzoek.Activiteiten.Select((oordeel, i) => (oordeel, i)))
        {
            if (oordeel.Bedrag < 0 || oordeel.Bedrag != Getal.Centen(oordeel.Bedrag))
            {
                fouten.Add(new($"activiteiten[{i}].bedrag", "Vul een bedrag van nul of meer in, in hele centen.", Lager));
            }
            if (string.IsNullOrWhiteSpace(oordeel.Argument))
            {
                fouten.Add(new($"activiteiten[{i}].argument", "Schrijf op waarom u dit vindt.", "3:46 Awb"));
            }
        }
        if (verzoek.Activiteiten.Sum(a => a.Bedrag) > opening.Verleend)
        {
            fouten.Add(
                new(
                    $"activiteiten[{verzoek.Activiteiten.Count - 1}].bedrag",
                    $"Samen is het ten hoogste {Getal.Euro(opening.Verleend)}: dat is verleend.",
                    "4:46, eerste lid, Awb"
                )
            );
        }
        return fouten;
    }
}
