using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Relaties;

/// <summary>
/// An enterprise says where it wants e-mail, or that it wants none. It need not be enrolled for it: an adviser who never gets a letter can have
/// e-mail too.
/// </summary>
public static class ContactWijzigen
{
    public sealed record Verzoek(
        [property: Description("Het e-mailadres van de onderneming; leeg of afwezig: geen e-mail.")] string? Email = null
    );

    public sealed record Beeld([property: Description("Ontbreekt als de onderneming geen e-mail wil.")] string? Email);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/ondernemingen/{kvkNummer}/contact", Voer)
            .Geeft<Bijgewerkt>()
            .Voor(Rol.Aanvrager, Rol.Gemachtigde)
            .EigenZaak()
            .BindtOnderneming();
        api.MapGet("/ondernemingen/{kvkNummer}/contact", Toon).Geeft<Beeld>().Voor(Rol.Aanvrager, Rol.Gemachtigde).EigenZaak();
    }

    private static async Task<Uitkomst> Voer(
        string kvkNummer,
        Verzoek verzoek,
        Persoon persoon,
        Stroom<Onderneming> ondernemingen,
        Werkeenheid<RelatiesContext> eenheid,
        Moment moment,
        CancellationToken ct
    )
    {
        if (persoon.KvkNummer != kvkNummer)
        {
            return Weigering.NietGevonden(kvkNummer);
        }
        Contactgegevens? gegevens = null;
        if (!string.IsNullOrWhiteSpace(verzoek.Email))
        {
            (gegevens, var fouten) = new Contactgegevens(verzoek.Email).Controleer();
            if (gegevens is null)
            {
                return Weigering.Invoer(fouten);
            }
        }
        var bekend = (await ondernemingen.Lees(kvkNummer, ct))?.Contact;
        var opgave = gegevens is null ? null : await Opgave.Van(kvkNummer, gegevens, bekend, oud => oud == gegevens, eenheid, ct);
        return await ondernemingen.SchrijfOfBegin(
            kvkNummer,
            onderneming =>
            {
                var beslissing = Beslis(onderneming, opgave, persoon.Onderwerp, moment.Nu);
                if (beslissing.Gebeurtenissen.Count > 0 && onderneming?.Contact is { } eerder)
                {
                    // Where it went before is no business of anyone any more.
                    eenheid.Sessie.Delete<Inhoud>(eerder.Id);
                }
                return beslissing;
            },
            ct
        );
    }

    /// <param name="opgave">Null when it wants no e-mail.</param>
    public static Beslissing Beslis(Onderneming? onderneming, Opgave? opgave, string wie, Instant nu) =>
        (onderneming?.Contact, opgave) switch
        {
            (null, null) => Beslissing.Geen,
            (not null, null) => new ContactGewijzigd(null, wie, nu),
            (var nuGeldend, _) => nuGeldend is not null && nuGeldend == opgave!.Zelfde
                ? Beslissing.Geen
                : new ContactGewijzigd(opgave!.Bewaar(), wie, nu),
        };

    private static async Task<Uitkomst> Toon(
        string kvkNummer,
        Stroom<Onderneming> ondernemingen,
        Werkeenheid<RelatiesContext> eenheid,
        CancellationToken ct
    )
    {
        var uitkomst = await ondernemingen.Toon(kvkNummer, onderneming => onderneming, ct);
        return uitkomst.Inhoud is Onderneming onderneming
            ? uitkomst with
            {
                Inhoud = new Beeld(onderneming.Contact is { } contact ? (await eenheid.Lees<Contactgegevens>(contact, ct))?.Email : null),
            }
            : uitkomst;
    }
}
