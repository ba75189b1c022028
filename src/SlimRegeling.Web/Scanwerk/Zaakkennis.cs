using SlimRegeling.Platform;
using SlimRegeling.Web.Api.Aanvragen;

namespace SlimRegeling.Web.Scanwerk;

/// <summary>Whether a case is there for who looks: the context of scans takes any number, so that a page asks before it says that one is evidence.</summary>
internal static class Zaakkennis
{
    /// <summary>What was submitted, what is not yet, and what the own enterprise was asked to take part in.</summary>
    private static readonly string[] Plaatsen = ["aanvragen/{0}", "aanvragen/{0}/concept", "uitnodigingen/{0}"];

    /// <returns>True too of what is no number, which the API says, and for who may ask nowhere, as who acts for a party of a partnership: the case decides.</returns>
    public static async Task<bool> KentZaak(this AanvragenApi api, string getypt, CancellationToken ct)
    {
        if (!Zaaknummer.TryParse(getypt, null, out var zaaknummer))
        {
            return true;
        }
        var laatste = 0;
        foreach (var plaats in Plaatsen)
        {
            try
            {
                var antwoord = await api.Vraag(HttpMethod.Get, plaats.Replace("{0}", zaaknummer, StringComparison.Ordinal), ct: ct);
                if (antwoord.Gelukt)
                {
                    return true;
                }
                laatste = antwoord.Status;
            }
            catch (ApiException e) when (e.StatusCode is 403 or 404)
            {
                // Not there, or not for this role.
                laatste = e.StatusCode;
            }
        }
        return laatste == 403;
    }
}
