using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Dossiers.Emails;

/// <summary>The context that reconciles asks that who keeps watch is mailed. Without an address for it (<c>SlimRegeling:Email:Alarmadres</c>) nobody is.</summary>
public static class AlarmMelden
{
    private const int LangsteKenmerk = 100;

    /// <param name="Kenmerk">Of the occasion: asked again, it is the same e-mail.</param>
    public sealed record Verzoek(string Kenmerk);

    /// <param name="Gevraagd">Whether an e-mail goes.</param>
    public sealed record Antwoord(bool Gevraagd);

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/emails/alarm", Voer).Geeft<Antwoord>().Voor(Rol.Dienst);

    private static Uitkomst Voer(Verzoek verzoek, Emailpost post) =>
        verzoek.Kenmerk.Length is 0 or > LangsteKenmerk
            ? Weigering.Invoer(new Fout("kenmerk", $"Geef een kenmerk van 1 tot en met {LangsteKenmerk} tekens."))
            : Uitkomst.Ok(new Antwoord(post.OverAlarm(verzoek.Kenmerk)));
}
