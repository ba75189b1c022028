using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Medewerkers;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;

namespace SlimRegeling.Verlening.Bezwaren;

/// <summary>
/// A second person signs the decision on an objection, who like the first did not take the decision that it is against (10:3, third paragraph, Awb),
/// and did not assess again what it rests on. What it gives is written to the case in the same transaction. What costs money is signed when that was
/// set apart: never above the ceiling.
/// </summary>
public static partial class BeslissingOndertekenen
{
    /// <param name="Hash">The hash of the proposal that was read: what is signed is that and nothing else.</param>
    /// <param name="Brief">Hash of the template with which the letter was read: with that it is written. Absent when nobody read it.</param>
    public sealed record Verzoek(string Hash, string? Brief = null);

    public sealed record Terugzending(string Hash, string Reden);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/bezwaren/{bezwaar}/ondertekening", Voer).Geeft<Bijgewerkt>().Voor(Rol.Medeondertekenaar);
        api.MapPost(
                "/bezwaren/{bezwaar}/terugzending",
                (string bezwaar, Terugzending verzoek, Bezwaarstap stap, Persoon persoon, CancellationToken ct) =>
                    stap.Doe(
                        bezwaar,
                        (b, _, nu) =>
                            ZendTerug(b, verzoek, () => stap.Bewaar(bezwaar, new Reden(verzoek.Reden.Trim())), persoon.Onderwerp, nu),
                        ct
                    )
            )
            .Geeft<Bijgewerkt>()
            .Voor(Rol.Medeondertekenaar);
    }

    private static async Task<Uitkomst> Voer(
        string bezwaar,
        Verzoek verzoek,
        Stroom<Bezwaar> bezwaren,
        Stroom<Verlening> verleningen,
        Bezwaarstap stap,
        Belangen belangen,
        Persoon persoon,
        CancellationToken ct
    )
    {
        if (await bezwaren.Lees(bezwaar, ct) is not { } gelezen)
        {
            return Weigering.NietGevonden(bezwaar);
        }
        var verlening = (await verleningen.Lees(gelezen.Zaaknummer, ct))!;
        var metBelang = (await belangen.Bij([gelezen.Zaaknummer], ct))[gelezen.Zaaknummer].ToList();
        BezwaarBeslist? beslist = null;
        Regelversie? regels = null;
        var uitkomst = await stap.Doe(
            bezwaar,
            (b, versie, nu) =>
            {
                var beslissing = Beslis(
                    b,
                    verlening,
                    verzoek.Hash,
                    persoon.Onderwerp,
                    versie,
                    nu,
                    metBelang,
                    Hashvorm.OfNiets(verzoek.Brief)
                );
                (beslist, regels) = (beslissing.Gebeurtenissen.OfType<BezwaarBeslist>().FirstOrDefault(), versie);
                return beslissing;
            },
            ct
        );
        if (beslist?.Gevolg is null || uitkomst.Weigering is not null)
        {
            return uitkomst;
        }
        var gevolg = await verleningen.Schrijf(gelezen.Zaaknummer, stand => Gevolg(stand, beslist, regels!), ct);
        return gevolg.Weigering is null ? uitkomst : gevolg;
    }

    /// <summary>The date of the decision is today; deciding late is shown, not refused.</summary>
    /// <param name="metBelang">Pseudonyms of who declared an interest of their own in the case; null when nobody did.</param>
    /// <param name="brief">Hash of the template with which its letter was read; null when nobody read it.</param>
    public static Beslissing Beslis(
        Bezwaar bezwaar,
        Verlening verlening,
        string hash,
        string wie,
        Regelversie versie,
        Instant nu,
        IReadOnlyCollection<string>? metBelang = null,
        string? brief = null
    )
    {
        if (metBelang?.Contains(wie) == true)
        {
            return Belang.Gesloten(bezwaar.Zaaknummer);
        }
        if (NietTeTekenen(bezwaar, hash, wie) is { } weigering)
        {
            return weigering;
        }
        var voorstel = bezwaar.Voorstel!;
        const string Deed = "deze beslissing zelf voorgesteld of de aanvraag ervoor opnieuw beoordeeld";
        if (Tweedepersoon.Persoon(Deed, [voorstel.Door], wie, metBelang, Beoordelaar(bezwaar, verlening, voorstel)) is { } nietDoorU)
        {
            return nietDoorU;
        }
        var besluit = Besluit(bezwaar, verlening, voorstel, wie, versie, nu, brief);
        return besluit.Weigering is null && voorstel.Nodig > bezwaar.Budget
            ? Weigering.Van(
                "budget-nog-niet",
                $"Voor deze beslissing is {Getal.Euro(voorstel.Nodig)} nodig, en daarvan is {Getal.Euro(bezwaar.Budget)} apart gezet. Zodra er geld vrij is, gaat dit bezwaar voor; onderteken daarna.",
                "artikel 4:25, derde lid, Awb"
            )
            : besluit;
    }

    /// <summary>What is set apart for the first decision stays; after it nobody is obliged to come with another, so that money is free.</summary>
    /// <param name="bewaar">Keeps the reason beside the stream; called only when the proposal goes back.</param>
    public static Beslissing ZendTerug(Bezwaar bezwaar, Terugzending verzoek, Func<Verwijzing> bewaar, string wie, Instant nu) =>
        NietTeTekenen(bezwaar, verzoek.Hash, wie) is { } weigering ? weigering
        : string.IsNullOrWhiteSpace(verzoek.Reden)
            ? Weigering.Invoer(new Fout("reden", "Schrijf op wat er anders moet.", "artikel 7:12 Awb"))
        : new BeslissingTeruggezonden(
            bezwaar.Voorstel!.Voorstelhash,
            wie,
            bewaar(),
            nu,
            bezwaar.Beslissing is not null && bezwaar.Geldvragen.Count > 0 ? bezwaar.Geldvragen[^1].Tijdvak : null
        );

    private static Weigering? NietTeTekenen(Bezwaar bezwaar, string hash, string wie) =>
        Bezwaarpoort.Ingetrokken(bezwaar)
        ?? (
            bezwaar.Voorstel is not { } voorstel
                ? Bezwaarpoort.Afgelopen(bezwaar)
                    ?? Weigering.Van("geen-voorstel", "Er ligt nog geen beslissing om te ondertekenen.", "artikel 7:11 Awb")
                : Tweedepersoon.Gelezen(voorstel.Voorstelhash, hash) ?? Bezwaarpoort.Persoon(bezwaar, wie, oordeelt: true)
        );
}
