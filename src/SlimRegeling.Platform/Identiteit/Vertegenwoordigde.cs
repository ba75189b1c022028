using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;

namespace SlimRegeling.Platform.Identiteit;

/// <summary>
/// The enterprise that someone chose to act for on the pages, by a machtiging from the portal. The choice is in the session; as a feature of a
/// request it is there for who may choose. Whether the machtiging is in force the API says, at each call.
/// </summary>
/// <param name="Naam">As the enterprise called itself when it gave the machtiging.</param>
/// <param name="Omvang">What the machtiging covered when it was chosen: by it a page shows no way that the API refuses.</param>
public sealed record Vertegenwoordigde(string KvkNummer, string Naam, IReadOnlyCollection<Machtigingsomvang> Omvang)
{
    private const string Koekje = CookieAuthenticationDefaults.AuthenticationScheme;
    private const string Nummerveld = "namens";
    private const string Naamveld = "namens-naam";
    private const string Omvangveld = "namens-omvang";

    /// <summary>The choice of this session; null when one acts for oneself, or nobody signed in.</summary>
    internal static async Task<Vertegenwoordigde?> Van(HttpContext http) =>
        (await http.AuthenticateAsync(Koekje)).Properties?.Items is { } sessie
        && sessie.TryGetValue(Nummerveld, out var nummer)
        && nummer is not null
            ? new(nummer, sessie.TryGetValue(Naamveld, out var naam) && naam is not null ? naam : nummer, Gekozen(sessie))
            : null;

    /// <summary>Keeps the choice in the session, which stays the same one.</summary>
    /// <param name="keuze">Null: for oneself again.</param>
    public static async Task Kies(HttpContext http, Vertegenwoordigde? keuze)
    {
        if (await http.AuthenticateAsync(Koekje) is not { Succeeded: true, Principal: { } wie, Properties: { } sessie })
        {
            throw new InvalidOperationException("Nobody signed in here: there is no session to keep a choice in.");
        }
        sessie.Items.Remove(Nummerveld);
        sessie.Items.Remove(Naamveld);
        sessie.Items.Remove(Omvangveld);
        if (keuze is not null)
        {
            sessie.Items[Nummerveld] = keuze.KvkNummer;
            sessie.Items[Naamveld] = keuze.Naam;
            sessie.Items[Omvangveld] = string.Join(',', keuze.Omvang);
        }
        await http.SignInAsync(Koekje, wie, sessie);
    }

    private static List<Machtigingsomvang> Gekozen(IDictionary<string, string?> sessie) =>
        sessie.TryGetValue(Omvangveld, out var omvang) && omvang is { Length: > 0 }
            ? [.. Enum.GetValues<Machtigingsomvang>().Where(o => omvang.Split(',').Contains(o.ToString()))]
            // Chosen before it was kept.
            : [.. Enum.GetValues<Machtigingsomvang>()];
}

/// <summary>A form came that was made while one acted for another enterprise.</summary>
public sealed record AndermansFormulier;

/// <summary>
/// Each form carries for whom it was made: what stands ready in an old tab for one enterprise never goes to another. Forms in which one is oneself
/// are the same whoever one acts for.
/// </summary>
internal sealed class Formulierdoel : IAntiforgeryAdditionalDataProvider
{
    public string GetAdditionalData(HttpContext context) => context.Features.Get<Vertegenwoordigde>()?.KvkNummer ?? "";

    public bool ValidateAdditionalData(HttpContext context, string additionalData)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<AlsZichzelf>() is not null || additionalData == GetAdditionalData(context))
        {
            return true;
        }
        context.Features.Set(new AndermansFormulier());
        return false;
    }
}
