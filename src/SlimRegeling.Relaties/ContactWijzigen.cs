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
/// An enterprise says where it wants e-mail, or that it wants none, and whether it wants its letters on paper. It need not be enrolled for it: an
/// adviser who never gets a letter can have e-mail too.
/// </summary>
public static class ContactWijzigen
{
    public sealed record Verzoek(
        [property: Description("Het e-mailadres van de onderneming; leeg of afwezig: geen e-mail.")] string? Email = null,
        [property: Description("Of de onderneming haar brieven op papier wil, met de post; afwezig: zoals het was.")] bool? Papier = null
    );

    public sealed record Beeld(
        [property: Description("Ontbreekt als de onderneming geen e-mail wil.")] string? Email,
        [property: Description("Of de onderneming haar brieven op papier wil.")] bool Papier = false
    );

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
                var beslissing = Beslis(onderneming, opgave, verzoek.Papier, persoon.Onderwerp, moment.Nu);
                if (beslissing.Gebeurtenissen.OfType<ContactGewijzigd>().Any() && onderneming?.Contact is { } eerder)
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
    /// <param name="papier">Null when nothing is said of it.</param>
    public static Beslissing Beslis(Onderneming? onderneming, Opgave? opgave, bool? papier, string wie, Instant nu)
    {
        List<Gebeurtenis> gebeurtenissen = [];
        if (opgave is null ? onderneming?.Contact is not null : onderneming?.Contact is not { } geldt || geldt != opgave.Zelfde)
        {
            gebeurtenissen.Add(new ContactGewijzigd(opgave?.Bewaar(), wie, nu));
        }
        if (papier is { } gekozen && gekozen != (onderneming?.Papier == true))
        {
            gebeurtenissen.Add(new BriefwijzeGekozen(gekozen, wie, nu));
        }
        return gebeurtenissen.Count == 0 ? Beslissing.Geen : Beslissing.Van(gebeurtenissen);
    }

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
                Inhoud = new Beeld(
                    onderneming.Contact is { } contact ? (await eenheid.Lees<Contactgegevens>(contact, ct))?.Email : null,
                    onderneming.Papier == true
                ),
            }
            : uitkomst;
    }
}
