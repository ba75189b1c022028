using SlimRegeling.Platform;
using SlimRegeling.Web.Api.Aanvragen;

namespace SlimRegeling.Web.Scanwerk;

/// <summary>Whether a case is there for who looks: the context of scans takes any number, so that a page asks before it says that one is evidence.</summary>
internal static class Zaakkennis
{
    /// <summary>What was submitted, what is not yet, and what the own enterprise was asked to take part in.</summary>
    private static readonly string[] Plaatsen = ["aanvragen/{0}", "aanvragen/{0}/concept", "uitnodigingen/{0}"];

    /// <returns>True too of what is no number: the API says what is wrong with it.</returns>
    public static async Task<bool> KentZaak(this AanvragenApi api, string getypt, CancellationToken ct)
    {
        if (!Zaaknummer.TryParse(getypt, null, out var zaaknummer))
        {
            return true;
        }
        foreach (var plaats in Plaatsen)
        {
            try
            {
                if ((await api.Vraag(HttpMethod.Get, plaats.Replace("{0}", zaaknummer, StringComparison.Ordinal), ct: ct)).Gelukt)
                {
                    return true;
                }
            }
            catch (ApiException e) when (e.StatusCode is 403 or 404)
            {
                // Not there, or not for this role.
            }
        }
        return false;
    }
}
